package com.regulars.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The restore of docs/backup-and-restore.md, done for real. */
class BackupAndRestoreTests {

    private static final Path BINARIES = Path.of("target", "test-postgres", "binaries");
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path home;

    @TempDir
    Path backupFolder;

    @TempDir
    Path restored;

    @Test
    void restoresWhatWasCommittedBeforeAndNothingAfter() throws Exception {
        Backup backup;
        long before;
        try (var server = EmbeddedServer.start(home, BINARIES)) {
            run(server, "create table payment (id bigserial primary key, note text not null)");
            run(server, "insert into payment (note) select repeat('x', 200) from generate_series(1, 20000)");
            try (var cashier = new Cashier(server)) {
                before = cashier.paid();
                backup = new DatabaseBackups(server, backupFolder, NOON).backUpNow();
            }
            run(server, "insert into payment (note) values ('after the backup')");
        }
        restore(backup);
        try (var server = EmbeddedServer.start(restored, BINARIES)) {
            assertThat(count(server, "where note = 'meanwhile'")).isGreaterThanOrEqualTo(before);
            assertThat(count(server, "where note like 'xxx%'")).isEqualTo(20_000);
            assertThat(count(server, "where note = 'after the backup'")).isZero();
        }
    }

    @Test
    void listsFinishedBackupsOnly() throws Exception {
        try (var server = EmbeddedServer.start(home, BINARIES)) {
            var backups = new DatabaseBackups(server, backupFolder, NOON);
            assertThat(backups.list()).isEmpty();
            Backup made = backups.backUpNow();
            Files.createDirectories(backupFolder.resolve("regulars-20261122T130000Z.unfinished"));
            assertThat(backups.list()).containsExactly(made);
            assertThat(made.name()).isEqualTo("regulars-20261122T120000Z");
            assertThat(made.bytes()).isGreaterThan(1_000_000);
        }
    }

    @Test
    void knowsOfNoBackupOfAnExternalDatabase() {
        var backups = new DatabaseBackups(null, backupFolder.resolve("none"), NOON);
        assertThat(backups.isAvailable()).isFalse();
        assertThat(backups.list()).isEmpty();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(backups::backUpNow);
    }

    /** Step by step as the page in docs says. */
    private void restore(Backup backup) throws IOException {
        FileSystemUtils.copyRecursively(backup.folder(), restored);
    }

    private static void run(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = server.connectAsSuperuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(EmbeddedServer server, String where) throws SQLException {
        try (Connection connection = server.connectAsSuperuser("postgres");
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from payment " + where)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Goes on taking payments while the backup is made. */
    private static final class Cashier implements AutoCloseable {

        private final AtomicLong committed = new AtomicLong();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final CountDownLatch begun = new CountDownLatch(50);
        private final Thread thread;

        Cashier(EmbeddedServer server) {
            thread = Thread.ofVirtual().start(() -> work(server));
        }

        long paid() throws InterruptedException {
            begun.await();
            return committed.get();
        }

        private void work(EmbeddedServer server) {
            try (Connection connection = server.connectAsSuperuser("postgres");
                    var insert = connection.prepareStatement("insert into payment (note) values ('meanwhile')")) {
                while (!stopped.get()) {
                    insert.executeUpdate();
                    committed.incrementAndGet();
                    begun.countDown();
                }
            } catch (SQLException broken) {
                throw new IllegalStateException(broken);
            }
        }

        @Override
        public void close() throws InterruptedException {
            stopped.set(true);
            thread.join();
        }
    }
}
