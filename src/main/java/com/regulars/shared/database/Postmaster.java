package com.regulars.shared.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/**
 * The server process of a cluster as its {@code postmaster.pid} tells it: the one we started, an orphan that outlived a
 * killed application, or a number that is stale.
 *
 * @param cluster the data directory of PostgreSQL
 */
record Postmaster(Path cluster) {

    /** Above what Linux hands out by default (2^22 - 1 is its highest number ever), so that nobody bears it. */
    private static final String NOBODY = "4194303";

    /** The living server of this cluster. */
    Optional<ProcessHandle> process() {
        return named().filter(ProcessHandle::isAlive).filter(this::isOurs);
    }

    /**
     * Lets the next start pass a number that now belongs to a stranger or to a process that is dead but not yet buried.
     * Only the number goes: the key of the shared memory stays, so PostgreSQL still waits for orphaned backends.
     */
    void forgetStranger() throws IOException {
        if (named().isPresent() && process().isEmpty()) {
            var lines = new ArrayList<>(Files.readAllLines(file()));
            lines.set(0, NOBODY);
            Files.write(file(), lines);
        }
    }

    private Optional<ProcessHandle> named() {
        try {
            return Files.readAllLines(file()).stream()
                    .findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,10}"))
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line)));
        } catch (IOException noFile) {
            return Optional.empty();
        }
    }

    /** A server works in its data directory; where the system does not tell that, the program's name must do. */
    private boolean isOurs(ProcessHandle process) {
        Path directory = Path.of("/proc", String.valueOf(process.pid()), "cwd");
        if (Files.isDirectory(Path.of("/proc", "self"))) {
            try {
                return Files.isSameFile(directory, cluster);
            } catch (IOException goneOrForeign) {
                return false;
            }
        }
        return process.info()
                .command()
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }

    private Path file() {
        return cluster.resolve("postmaster.pid");
    }
}
