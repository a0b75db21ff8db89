package com.regulars.shared.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.flywaydb.core.api.callback.Callback;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What holds for the embedded and for an external database alike: who migrates, what is granted, what is refused. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** Migrations are the first to use the database, so what is refused is refused before anything is written. */
    @Bean
    FlywayConnectionDetails migrationConnection(DatabaseAccess access) throws SQLException {
        try (var connection = access.connectAsApplication("regulars start")) {
            Durability.require(connection);
        }
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return access.owner().name();
            }

            @Override
            public String getPassword() {
                return access.owner().password();
            }

            @Override
            public String getJdbcUrl() {
                return access.url();
            }
        };
    }

    @Bean
    DatabaseConnections databaseConnections(DatabaseAccess access) {
        return access::connectAsApplication;
    }

    @Bean
    Callback applicationGrants(DatabaseAccess access) {
        return new ApplicationGrants(access.role());
    }

    @Bean
    DatabaseBackups databaseBackups(
            ObjectProvider<EmbeddedServer> server,
            @Value("${regulars.backup-dir:${regulars.data-dir}/backups}") Path folder,
            Clock clock) {
        return new DatabaseBackups(server.getIfAvailable(), folder, clock);
    }

    @Bean
    static BeanPostProcessor sessionSettings(ObjectProvider<DatabaseAccess> access) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool) {
                    pool.addDataSourceProperty("options", access.getObject().sessionOptions());
                    pool.addDataSourceProperty("ApplicationName", "regulars");
                    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
                    pool.addDataSourceProperty("tcpKeepAlive", "true");
                }
                return bean;
            }
        };
    }
}
