package com.regulars.testing;

import com.regulars.shared.database.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * The one place that gives tests a PostgreSQL, as an external one with two accounts: the owner migrates, the application
 * works as a role that owns nothing. One server per JVM; contexts share the database {@code regulars} unless a test
 * names its own with {@code regulars.test.database}.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    private static final Map<String, String> URLS = new ConcurrentHashMap<>();

    @Bean
    DynamicPropertyRegistrar testDatabaseProperties(Environment environment) {
        return properties -> {
            String url = url(environment.getProperty("regulars.test.database", "regulars"));
            properties.add("spring.datasource.url", () -> url);
            properties.add("spring.datasource.username", TestDatabase::username);
            properties.add("spring.datasource.password", TestDatabase::password);
            properties.add("spring.flyway.user", () -> TestServer.OWNER);
            properties.add("spring.flyway.password", TestDatabase::password);
        };
    }

    /** JDBC URL of a database of this name on the server of this JVM, made when it is first asked for. */
    public static String url(String database) {
        return URLS.computeIfAbsent(database, Server.INSTANCE::createDatabase);
    }

    /** The account the application works with. */
    public static String username() {
        return TestServer.APPLICATION;
    }

    /** The account that owns the tables. */
    public static String owner() {
        return TestServer.OWNER;
    }

    /** The password of either account. */
    public static String password() {
        return TestServer.PASSWORD;
    }

    public static Connection connectAsSuperuser(String database) throws SQLException {
        return Server.INSTANCE.connectAsSuperuser(database);
    }

    /** Started on first use. */
    private static final class Server {

        static final TestServer INSTANCE = TestServer.start();
    }
}
