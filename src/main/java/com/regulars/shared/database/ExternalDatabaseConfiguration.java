package com.regulars.shared.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/**
 * A PostgreSQL that somebody else runs. With {@code spring.flyway.user} the migrations run as that owner and the
 * application as {@code spring.datasource.username}; with one account alone the application takes a lesser role in
 * every session where the account may make one.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(DatabaseLocation.External.class)
class ExternalDatabaseConfiguration {

    @Bean
    DatabaseAccess externalAccess(
            JdbcConnectionDetails given,
            @Value("${spring.flyway.user:#{null}}") @Nullable String owner,
            @Value("${spring.flyway.password:}") String ownerPassword)
            throws SQLException {
        String url = given.getJdbcUrl();
        var application = new DatabaseAccount(orEmpty(given.getUsername()), orEmpty(given.getPassword()));
        if (StringUtils.hasText(owner) && !owner.equals(application.name())) {
            return new DatabaseAccess(url, new DatabaseAccount(owner, ownerPassword), application, application.name());
        }
        try (var connection = DriverManager.getConnection(url, application.name(), application.password())) {
            String role = DatabaseRoles.assumable(connection).orElse(null);
            return new DatabaseAccess(url, application, application, role);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
