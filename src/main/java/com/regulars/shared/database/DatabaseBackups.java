package com.regulars.shared.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Copies of the embedded database, made while it runs, each in a folder of its own. How to restore one stands in
 * {@code docs/backup-and-restore.md}. An external database is backed up by whoever runs it.
 */
public final class DatabaseBackups {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'regulars-'yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String UNFINISHED = ".unfinished";
    private static final String DESCRIPTION = "backup.properties";

    private final @Nullable EmbeddedServer server;
    private final Path folder;
    private final Clock clock;

    DatabaseBackups(@Nullable EmbeddedServer server, Path folder, Clock clock) {
        this.server = server;
        this.folder = folder.toAbsolutePath().normalize();
        this.clock = clock;
    }

    /** Whether backups can be made here: the database is the embedded one. */
    public boolean isAvailable() {
        return server != null;
    }

    /** Where the backups lie. */
    public Path folder() {
        return folder;
    }

    /** The finished backups, the newest first. */
    public List<Backup> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.flatMap(entry -> read(entry).stream())
                    .sorted(Comparator.comparing(Backup::madeAt).reversed())
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException("The backups in " + folder + " cannot be listed", unreadable);
        }
    }

    /**
     * Copies the database as it is now, without keeping anybody waiting. Writes under another name first, so that what
     * {@link #list()} shows is always whole.
     *
     * @throws IOException also when the disk is full; nothing but an unfinished folder is left then
     */
    public synchronized Backup backUpNow() throws IOException, SQLException {
        if (server == null) {
            throw new IllegalStateException("Only the embedded database is backed up here");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Path finished = folder.resolve(NAME.format(now));
        Path unfinished = folder.resolve(finished.getFileName() + UNFINISHED);
        FileSystemUtils.deleteRecursively(unfinished);
        DurableFiles.createDirectories(unfinished);
        long bytes = new OnlineCopy(server).to(unfinished);
        var backup = new Backup(finished, now, bytes);
        DurableFiles.write(unfinished.resolve(DESCRIPTION), describe(backup));
        Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.flushDirectory(folder);
        return backup;
    }

    private static String describe(Backup backup) {
        return "madeAt=%s%nbytes=%d%npostgres=%s%n"
                .formatted(backup.madeAt(), backup.bytes(), PostgresBinaries.MAJOR_VERSION);
    }

    private static Optional<Backup> read(Path entry) {
        Path description = entry.resolve(DESCRIPTION);
        if (entry.getFileName().toString().endsWith(UNFINISHED) || !Files.exists(description)) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var in = Files.newBufferedReader(description)) {
            properties.load(in);
            return Optional.of(new Backup(
                    entry,
                    Instant.parse(properties.getProperty("madeAt")),
                    Long.parseLong(properties.getProperty("bytes"))));
        } catch (IOException | RuntimeException notOurs) {
            return Optional.empty();
        }
    }
}
