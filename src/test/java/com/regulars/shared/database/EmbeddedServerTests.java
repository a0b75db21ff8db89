package com.regulars.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the embedded server promises; how it fares when the whole application is killed stands in the crash tests. */
class EmbeddedServerTests {

    private static final Path BINARIES = Path.of("target", "test-postgres", "binaries");

    @TempDir
    static Path home;

    static EmbeddedServer server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedServer.start(home, BINARIES);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void keepsWhatIsCommitted() throws SQLException {
        assertThat(show("fsync")).isEqualTo("on");
        assertThat(show("full_page_writes")).isEqualTo("on");
        assertThat(show("synchronous_commit")).isEqualTo("on");
    }

    @Test
    void letsNobodySwitchDurabilityOff() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> query("alter system set fsync = off"))
                .withMessageContaining("ALTER SYSTEM");
    }

    @Test
    void answersThisComputerOnly() throws SQLException {
        assertThat(show("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(show("unix_socket_directories")).isEmpty();
    }

    @Test
    void refusesWhoHasNotThePassword() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(server.url("postgres"), "postgres", "postgres"))
                .matches(refused -> refused.getSQLState().equals("28P01"));
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(server.url("postgres") + "?user=postgres"));
    }

    @Test
    void keepsThePasswordFromOtherUsers() throws IOException {
        Path file = home.resolve("postgres.password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void seesChineseInTrigrams() throws SQLException {
        assertThat(query("create extension if not exists pg_trgm; select show_trgm('客户张三丰')::text"))
                .isNotEqualTo("{}");
    }

    @Test
    void refusesASecondProcessOnTheSameData() {
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> EmbeddedServer.start(home, BINARIES))
                .withMessageContaining("in use by another running Regulars");
    }

    @Test
    void comesBackOnTheSamePortWhenItsProcessIsKilled() throws SQLException {
        int port = server.port();
        query("create table survivors as select 42 as answer; select 1");
        new Postmaster(server.directory().cluster()).process().orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(query("select answer::text from survivors")).isEqualTo("42"));
        assertThat(server.port()).isEqualTo(port);
    }

    @Test
    void startsPastAProcessNumberThatNowBelongsToAStranger(@TempDir Path other) throws IOException {
        EmbeddedServer.start(other, BINARIES).close();
        Files.writeString(
                other.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n/elsewhere\n0\n5432\n\n\n");
        try (var again = EmbeddedServer.start(other, BINARIES)) {
            assertThat(again.port()).isPositive();
        }
    }

    private static String show(String setting) throws SQLException {
        return query("show " + setting);
    }

    /** The first column of the first row of the last statement. */
    private static String query(String sql) throws SQLException {
        try (Connection connection = server.connectAsSuperuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
            while (statement.getResultSet() == null) {
                statement.getMoreResults();
            }
            var rows = statement.getResultSet();
            rows.next();
            return rows.getString(1);
        }
    }
}
