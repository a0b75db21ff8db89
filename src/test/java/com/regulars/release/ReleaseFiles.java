package com.regulars.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is kept of a release: its migrations, the rows of a small database it made, and what it answered.
 *
 * @param name for example {@code 0.1.0}
 */
record ReleaseFiles(String name) {

    private static final Path ALL = Path.of("src/test/resources/releases");
    private static final JsonMapper JSON = new JsonMapper();

    /** The key material of the database of every release. */
    static final String SECRET = "kept with the databases of releases";

    /** @param migrations file name to fingerprint */
    private record Kept(Map<String, String> migrations) {}

    /**
     * What was asked and answered.
     *
     * @param key of a request that is done once; empty when something was read
     * @param body empty when something was read
     */
    record Exchange(String path, String key, String body, int status, String answer) {

        boolean isReading() {
            return key.isEmpty();
        }
    }

    record Conversation(List<Exchange> exchanges) {}

    static List<ReleaseFiles> all() throws IOException {
        try (var folders = Files.list(ALL)) {
            return folders.map(folder -> new ReleaseFiles(folder.getFileName().toString()))
                    .toList();
        }
    }

    Map<String, String> migrations() throws IOException {
        var sorted = new TreeMap<String, String>(Comparator.comparing(Migrations::version));
        sorted.putAll(JSON.readValue(Files.readString(file("migrations.json")), Kept.class)
                .migrations());
        return sorted;
    }

    void keepMigrations() throws IOException {
        Files.createDirectories(ALL.resolve(name));
        write("migrations.json", new Kept(Migrations.fingerprints()));
    }

    Conversation conversation() throws IOException {
        return JSON.readValue(Files.readString(file("conversation.json")), Conversation.class);
    }

    void keep(Conversation conversation) throws IOException {
        write("conversation.json", conversation);
    }

    InputStream readRows() throws IOException {
        return new GZIPInputStream(Files.newInputStream(file("rows.gz")));
    }

    OutputStream writeRows() throws IOException {
        return new GZIPOutputStream(Files.newOutputStream(file("rows.gz")));
    }

    private void write(String file, Object value) throws IOException {
        Files.writeString(file(file), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n");
    }

    private Path file(String file) {
        return ALL.resolve(name).resolve(file);
    }
}
