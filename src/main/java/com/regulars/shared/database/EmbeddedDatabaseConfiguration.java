package com.regulars.shared.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The default: a PostgreSQL of our own in the data directory. */
@Configuration(proxyBeanMethods = false)
@Conditional(DatabaseLocation.Embedded.class)
class EmbeddedDatabaseConfiguration {

    private static final String DATABASE = "regulars";

    /** Closed after everything that uses it: web server, JPA and connection pool depend on it. */
    @Bean(destroyMethod = "close")
    EmbeddedServer embeddedServer(
            @Value("${regulars.data-dir}") Path dataDir,
            @Value("${regulars.postgres-binaries-dir:${regulars.data-dir}/binaries}") Path binariesDir)
            throws IOException {
        return EmbeddedServer.start(dataDir, binariesDir);
    }

    /** Both passwords live as long as the process: the superuser of the server sets new ones at every start. */
    @Bean
    DatabaseAccess embeddedAccess(EmbeddedServer server) throws SQLException {
        var owner = DatabaseAccount.withNewPassword(DatabaseAccess.OWNER);
        var application = DatabaseAccount.withNewPassword(DatabaseAccess.APPLICATION);
        try (var superuser = server.connectAsSuperuser("postgres")) {
            DatabaseRoles.ensureLogin(superuser, owner);
            DatabaseRoles.ensureLogin(superuser, application);
            DatabaseRoles.ensureDatabase(superuser, DATABASE, owner.name());
        }
        return new DatabaseAccess(server.url(DATABASE), owner, application, application.name());
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(DatabaseAccess access) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return access.application().name();
            }

            @Override
            public String getPassword() {
                return access.application().password();
            }

            @Override
            public String getJdbcUrl() {
                return access.url();
            }
        };
    }
}
