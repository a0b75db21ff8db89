package com.regulars.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/** The application as it was packaged last, when it was. */
public final class PackagedJar {

    private static final Path TARGET = Path.of("target");

    private PackagedJar() {}

    public static Optional<Path> find() throws IOException {
        try (var files = Files.list(TARGET)) {
            return files.filter(file -> file.getFileName().toString().matches("regulars-.*\\.jar"))
                    .map(Path::toAbsolutePath)
                    .max(Comparator.comparingLong(file -> new File(file.toString()).lastModified()));
        }
    }
}
