package com.regulars.shared.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * A base backup by the steps of PostgreSQL's manual (25.3.4, low-level API): announce it, copy the files while they
 * change, end it, and add the write-ahead log of the time between. Opening the copy replays that log, which makes it
 * what the database was when the backup ended.
 */
@RequiredArgsConstructor
final class OnlineCopy {

    /** What the server makes anew; the folders are needed, empty. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            "pgsql_tmp");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map", "pg_internal.init");

    private final EmbeddedServer server;

    /**
     * @param folder an empty folder; gets the cluster and the password of its superuser
     * @return how many bytes were copied
     */
    long to(Path folder) throws IOException, SQLException {
        Path source = server.directory().cluster();
        Path target = folder.resolve("postgres");
        try (var session = server.connectAsSuperuser("postgres")) {
            keepLog(session);
            String first = text(session, "select pg_walfile_name(pg_backup_start('regulars', fast => true))");
            long bytes = copyCluster(source, target);
            String last = end(session, target);
            bytes += copyLog(source.resolve("pg_wal"), target.resolve("pg_wal"), first, last);
            DurableFiles.copy(
                    server.directory().password().path(),
                    folder.resolve(server.directory().password().path().getFileName()));
            return bytes;
        }
    }

    /** A slot that lives as long as the session holds back the log that the copy will need. */
    private static void keepLog(Connection session) throws SQLException {
        text(
                session,
                "select slot_name::text from pg_create_physical_replication_slot("
                        + "'regulars_backup_' || pg_backend_pid(), immediately_reserve => true, temporary => true)");
    }

    private static String end(Connection session, Path target) throws SQLException, IOException {
        try (var statement = session.createStatement();
                var row = statement.executeQuery(
                        "select pg_walfile_name(lsn), labelfile from pg_backup_stop(wait_for_archive => false)")) {
            row.next();
            DurableFiles.write(target.resolve("backup_label"), row.getString(2));
            return row.getString(1);
        }
    }

    private static long copyCluster(Path source, Path target) throws IOException {
        var visitor = new ClusterVisitor(source, target);
        Files.walkFileTree(source, visitor);
        return visitor.bytes;
    }

    /** The segments of the time between; their names sort like the log runs. */
    private static long copyLog(Path source, Path target, String first, String last) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.length() == first.length() && name.compareTo(first) >= 0 && name.compareTo(last) <= 0) {
                    bytes += DurableFiles.copy(file, target.resolve(name));
                }
            }
        }
        DurableFiles.flushDirectory(target);
        return bytes;
    }

    private static String text(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @RequiredArgsConstructor
    private static final class ClusterVisitor extends SimpleFileVisitor<Path> {

        private final Path source;
        private final Path target;
        private long bytes;

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            DurableFiles.createDirectories(target.resolve(source.relativize(directory)));
            boolean emptied = !directory.equals(source)
                    && EMPTIED.contains(directory.getFileName().toString());
            return emptied ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = file.getFileName().toString();
            if (attributes.isRegularFile() && LEFT_OUT.stream().noneMatch(name::startsWith)) {
                copyUnlessGone(file);
            }
            return FileVisitResult.CONTINUE;
        }

        /** A table that is dropped meanwhile is dropped in the log too. */
        private void copyUnlessGone(Path file) throws IOException {
            try {
                bytes += DurableFiles.copy(file, target.resolve(source.relativize(file)));
            } catch (NoSuchFileException dropped) {
                if (Files.exists(file)) {
                    throw dropped;
                }
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null && !(failure instanceof NoSuchFileException)) {
                throw failure;
            }
            DurableFiles.flushDirectory(target.resolve(source.relativize(directory)));
            return FileVisitResult.CONTINUE;
        }
    }
}
