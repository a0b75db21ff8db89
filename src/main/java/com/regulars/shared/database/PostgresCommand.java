package com.regulars.shared.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the PostgreSQL programs. They refuse to work as root, so root runs them in a user namespace of their own. */
record PostgresCommand(PostgresBinaries binaries) {

    /** What a program answered. */
    record Outcome(boolean succeeded, String output) {}

    Outcome run(Duration limit, String program, String... arguments) throws IOException {
        Path output = Files.createTempFile("regulars-", ".out");
        try {
            var builder = new ProcessBuilder(commandLine(program, arguments))
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .redirectOutput(output.toFile());
            // Nothing of the caller's PGDATA, PGPORT and the like; English messages, because some are read.
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            boolean ended = waitFor(process, limit);
            return new Outcome(
                    ended && process.exitValue() == 0, Files.readString(output).strip());
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private List<String> commandLine(String program, String... arguments) {
        var line = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name")) && !PostgresBinaries.isWindows()) {
            line.addAll(List.of("unshare", "-U"));
        }
        line.add(binaries.program(program).toString());
        line.addAll(List.of(arguments));
        return line;
    }

    private static boolean waitFor(Process process, Duration limit) {
        try {
            if (process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                return true;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return false;
    }

    private static File nothing() {
        return new File(PostgresBinaries.isWindows() ? "NUL" : "/dev/null");
    }
}
