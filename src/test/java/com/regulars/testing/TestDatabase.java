package com.regulars.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The one place that gives tests a PostgreSQL: a container where a Docker engine answers, the embedded binaries
 * otherwise; one server per JVM. Contexts share the database {@code regulars} unless a test names its own with
 * {@code regulars.test.database}.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    private static final Map<String, String> URLS = new ConcurrentHashMap<>();

    @Bean
    JdbcConnectionDetails testConnectionDetails(Environment environment) {
        String url = url(environment.getProperty("regulars.test.database", "regulars"));
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return Server.USERNAME;
            }

            @Override
            public String getPassword() {
                return Server.PASSWORD;
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }

    /** JDBC URL of a database of this name on the server of this JVM, made when it is first asked for. */
    public static String url(String database) {
        return URLS.computeIfAbsent(database, name -> {
            try (var connection =
                            DriverManager.getConnection(Server.url("postgres"), Server.USERNAME, Server.PASSWORD);
                    var statement = connection.createStatement()) {
                statement.execute("create database \"" + name + "\"");
                return Server.url(name);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    public static String username() {
        return Server.USERNAME;
    }

    public static String password() {
        return Server.PASSWORD;
    }

    /** Started on first use. */
    private static final class Server {

        static final String USERNAME = "postgres";
        static final String PASSWORD = "postgres";
        private static final String BASE_URL = start();

        static String url(String database) {
            return BASE_URL + database;
        }

        private static String start() {
            return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
        }

        private static String container() {
            var container = new PostgreSQLContainer("postgres:18")
                    .withUsername(USERNAME)
                    .withPassword(PASSWORD)
                    .withCommand("postgres", "-c", "max_connections=300");
            container.start();
            return "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/";
        }

        private static String embedded() {
            try {
                var postgres = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
                return "jdbc:postgresql://localhost:" + postgres.getPort() + "/";
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
