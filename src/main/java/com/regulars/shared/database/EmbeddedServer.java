package com.regulars.shared.database;

import com.regulars.shared.database.PostgresCommand.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import lombok.extern.slf4j.Slf4j;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of our own on a data directory that stays: made on first start, recovered after a crash, stopped with the
 * application, and started again should it die while the application lives.
 */
@Slf4j
final class EmbeddedServer implements AutoCloseable {

    static final String SUPERUSER = "postgres";

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final Duration INIT_LIMIT = Duration.ofMinutes(2);

    private final DataDirectory directory;
    private final PostgresCommand command;
    private final Postmaster postmaster;
    private final String password;
    private int port;
    /** Once others know the port, a restart keeps it. */
    private boolean known;

    private boolean closed;

    private EmbeddedServer(DataDirectory directory, PostgresBinaries binaries) throws IOException {
        this.directory = directory;
        this.command = new PostgresCommand(binaries);
        this.postmaster = new Postmaster(directory.cluster());
        this.password = directory.password().readOrCreate();
    }

    /**
     * @param home the data directory, made when it is not there
     * @param binaries where the PostgreSQL programs are unpacked to; may be shared by several data directories
     */
    static EmbeddedServer start(Path home, Path binaries) throws IOException {
        var directory = DataDirectory.take(home);
        try {
            var server = new EmbeddedServer(directory, PostgresBinaries.unpackedIn(binaries.toAbsolutePath()));
            server.makeCluster();
            server.startProcess();
            return server;
        } catch (IOException | RuntimeException failed) {
            directory.close();
            throw failed;
        }
    }

    int port() {
        return port;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Connection connectAsSuperuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, password);
    }

    DataDirectory directory() {
        return directory;
    }

    private void makeCluster() throws IOException {
        Path cluster = directory.cluster();
        if (Files.isDirectory(cluster)) {
            requireSameMajorVersion(cluster);
            DurableFiles.keepFromOthers(cluster);
            return;
        }
        Path unfinished = cluster.resolveSibling("postgres.new");
        FileSystemUtils.deleteRecursively(unfinished);
        Outcome made = command.run(
                INIT_LIMIT,
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + SUPERUSER,
                "--pwfile=" + directory.password().path(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // With plain C the trigram search would see no Chinese.
                "--locale=" + (PostgresBinaries.isMac() ? "en_US.UTF-8" : "C.UTF-8"));
        if (!made.succeeded()) {
            throw new IOException("The database could not be made in " + unfinished + ":\n" + made.output());
        }
        Files.move(unfinished, cluster);
    }

    private static void requireSameMajorVersion(Path cluster) throws IOException {
        String version = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!version.equals(PostgresBinaries.MAJOR_VERSION)) {
            throw new StartRefusedException(
                    "The data in " + cluster + " were written by PostgreSQL " + version + ", this release brings "
                            + PostgresBinaries.MAJOR_VERSION + ".",
                    "Run the earlier release, or move the data over as docs/backup-and-restore.md describes.");
        }
    }

    private void stopOrphan() throws IOException {
        if (postmaster.process().isPresent()) {
            log.warn("A database server outlived an application that was killed; stopping it");
            stopProcess();
        }
        postmaster.forgetStranger();
    }

    /** Tries until orphaned backends have let go of their shared memory and a port is free. */
    private synchronized void startProcess() throws IOException {
        stopOrphan();
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            port = known ? port : freePort();
            ServerSettings.write(directory.cluster(), port);
            ServerLog serverLog = ServerLog.begin(directory.log());
            Outcome started = startOnce();
            if (started.succeeded()) {
                known = true;
                watch();
                return;
            }
            String told = serverLog.sinceBegin();
            if (System.nanoTime() > deadline || !ServerLog.isPassing(told)) {
                throw new IOException("PostgreSQL did not start: " + started.output() + "\n" + told);
            }
            pause();
        }
    }

    private Outcome startOnce() throws IOException {
        return command.run(
                START_LIMIT.plusSeconds(30),
                "pg_ctl",
                "start",
                "--wait",
                "--timeout=" + START_LIMIT.toSeconds(),
                "--pgdata=" + directory.cluster(),
                "--log=" + directory.log());
    }

    private void watch() {
        postmaster
                .process()
                .ifPresent(process -> process.onExit().thenRunAsync(this::revive, Thread::startVirtualThread));
    }

    private synchronized void revive() {
        if (closed) {
            return;
        }
        log.error("PostgreSQL has ended although nobody asked it to; starting it again");
        try {
            startProcess();
            log.info("PostgreSQL runs again");
        } catch (IOException | RuntimeException failed) {
            log.error("PostgreSQL could not be started again; restart the application", failed);
        }
    }

    private void stopProcess() throws IOException {
        String[] modes = {"fast", "immediate"};
        for (String mode : modes) {
            Outcome stopped = command.run(
                    STOP_LIMIT.plusSeconds(10),
                    "pg_ctl",
                    "stop",
                    "--wait",
                    "--timeout=" + STOP_LIMIT.toSeconds(),
                    "--mode=" + mode,
                    "--pgdata=" + directory.cluster());
            if (stopped.succeeded() || postmaster.process().isEmpty()) {
                return;
            }
            log.warn("PostgreSQL did not stop ({}): {}", mode, stopped.output());
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (directory) {
            stopProcess();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL was starting", interrupted);
        }
    }
}
