package com.regulars.shared.database;

import java.nio.file.Path;
import java.time.Instant;

/**
 * One finished copy of the database.
 *
 * @param folder where it lies
 * @param madeAt everything committed before this moment is in it
 * @param bytes its size
 */
public record Backup(Path folder, Instant madeAt, long bytes) {

    public String name() {
        return folder.getFileName().toString();
    }
}
