package com.regulars.shared.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder with the embedded database and what belongs to it. Only one process at a time may have it: the operating
 * system lends the lock and takes it back from a killed process, so whoever has it may treat a running server as an
 * orphan.
 */
final class DataDirectory implements AutoCloseable {

    private final Path home;
    private final FileChannel channel;

    private DataDirectory(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    static DataDirectory take(Path directory) throws IOException {
        Path home = directory.toAbsolutePath().normalize();
        Files.createDirectories(home);
        var channel =
                FileChannel.open(home.resolve("regulars.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new StartRefusedException(
                    "The data directory " + home + " is in use by another running Regulars.",
                    "Stop the other one, or choose another folder with REGULARS_DATA_DIR (and another SERVER_PORT).");
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
        return new DataDirectory(home.toRealPath(), channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    Path home() {
        return home;
    }

    Path cluster() {
        return home.resolve("postgres");
    }

    Path log() {
        return home.resolve("postgres.log");
    }

    SecretFile password() {
        return SecretFile.in(home, "postgres.password");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
