package com.regulars.shared.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What the server wrote to its log since a moment.
 *
 * @param file the log
 * @param begin how long the log was at that moment
 */
record ServerLog(Path file, long begin) {

    private static final long LARGE = 10_000_000;
    private static final int SHOWN = 8_000;

    /** Reasons that go away by themselves: backends of a killed server, a port that somebody else took just now. */
    private static final List<String> PASSING = List.of(
            "shared memory block",
            "still in use",
            "could not bind",
            "could not create any TCP/IP sockets",
            "lock file \"postmaster.pid\" already exists");

    /** Remembers where the log ends now; a large one is put aside first, in place of the one put aside before. */
    static ServerLog begin(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > LARGE) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return new ServerLog(file, Files.exists(file) ? Files.size(file) : 0);
    }

    String sinceBegin() throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(begin);
            String told = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return told.substring(Math.max(0, told.length() - SHOWN));
        }
    }

    static boolean isPassing(String told) {
        return PASSING.stream().anyMatch(told::contains);
    }
}
