package com.regulars.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The migrations of this source tree: file name to fingerprint, in the order in which they run. */
final class Migrations {

    private static final Path FOLDER = Path.of("src/main/resources/db/migration");

    private Migrations() {}

    static Map<String, String> fingerprints() throws IOException {
        var fingerprints = new TreeMap<String, String>(Comparator.comparing(Migrations::version));
        try (var files = Files.list(FOLDER)) {
            files.forEach(file -> fingerprints.put(file.getFileName().toString(), fingerprint(file)));
        }
        return fingerprints;
    }

    /** Of {@code V20261122_105__segment_runs.sql} the version 20261122.105, as a number that sorts. */
    static long version(String file) {
        String[] parts = file.substring(1, file.indexOf("__")).split("_");
        return Long.parseLong(parts[0]) * 100_000 + (parts.length > 1 ? Long.parseLong(parts[1]) : 0);
    }

    /** What Flyway calls it: {@code 20261122.105}. */
    static String flywayVersion(String file) {
        return file.substring(1, file.indexOf("__")).replace('_', '.');
    }

    private static String fingerprint(Path file) {
        try {
            byte[] text = Files.readString(file).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
