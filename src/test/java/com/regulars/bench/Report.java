package com.regulars.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where benchmarks leave their figures: on the console and in {@code target/benchmarks}. */
final class Report {

    private Report() {}

    static void write(String name, String text) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "benchmarks"));
        Files.writeString(folder.resolve(name + ".txt"), text + System.lineSeparator());
        System.out.println("BENCHMARK " + name + ": " + text);
    }
}
