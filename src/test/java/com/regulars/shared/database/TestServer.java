package com.regulars.shared.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import org.springframework.boot.SpringApplication;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL of a test JVM: a container where a Docker engine answers, our own embedded server otherwise. Either
 * way with the two roles of a real installation, so that tests work with the grants of the application.
 */
public final class TestServer {

    public static final String OWNER = DatabaseAccess.OWNER;
    public static final String APPLICATION = DatabaseAccess.APPLICATION;
    public static final String PASSWORD = "only-for-tests";

    private static final Path HOME = Path.of("target", "test-postgres");
    private static final Path BINARIES = Path.of("target", "test-postgres", "binaries");

    /** Opens connections as the server's superuser. */
    private interface Superuser {

        Connection connect(String database) throws SQLException;
    }

    private final String baseUrl;
    private final Superuser superuser;

    private TestServer(String baseUrl, Superuser superuser) throws SQLException {
        this.baseUrl = baseUrl;
        this.superuser = superuser;
        try (var connection = superuser.connect("postgres")) {
            DatabaseRoles.ensureLogin(connection, new DatabaseAccount(OWNER, PASSWORD));
            DatabaseRoles.ensureLogin(connection, new DatabaseAccount(APPLICATION, PASSWORD));
        }
    }

    public static TestServer start() {
        try {
            return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Makes a database that belongs to the owner, and answers its JDBC URL. */
    public String createDatabase(String name) {
        try (var connection = superuser.connect("postgres")) {
            DatabaseRoles.ensureDatabase(connection, name, OWNER);
            return baseUrl + name;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public Connection connectAsSuperuser(String database) throws SQLException {
        return superuser.connect(database);
    }

    private static TestServer container() throws SQLException {
        var container = new PostgreSQLContainer("postgres:18")
                .withUsername("postgres")
                .withPassword(PASSWORD)
                .withCommand("postgres", "-c", "max_connections=300");
        container.start();
        String url = "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/";
        return new TestServer(url, database -> DriverManager.getConnection(url + database, "postgres", PASSWORD));
    }

    /** Reuses the cluster of an earlier run, without its databases: making one takes seconds. */
    private static TestServer embedded() throws IOException, SQLException {
        var server = startOnFreeDirectory();
        // after the contexts that use it: without their database they would end by waiting for it
        SpringApplication.getShutdownHandlers().add(server::close);
        try (var connection = server.connectAsSuperuser("postgres")) {
            dropDatabases(connection);
        }
        return new TestServer(server.url(""), server::connectAsSuperuser);
    }

    /** Another test JVM of this checkout may be running. */
    private static EmbeddedServer startOnFreeDirectory() throws IOException {
        for (int number = 1; ; number++) {
            Path home = HOME.resolve(String.valueOf(number));
            try {
                return EmbeddedServer.start(home, BINARIES);
            } catch (StartRefusedException inUse) {
                if (number == 9) {
                    throw inUse;
                }
            }
        }
    }

    private static void dropDatabases(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select datname from pg_database where not datistemplate and datname <> 'postgres'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        for (String name : names) {
            try (var statement = connection.createStatement()) {
                statement.execute("drop database \"" + name + "\" with (force)");
            }
        }
    }
}
