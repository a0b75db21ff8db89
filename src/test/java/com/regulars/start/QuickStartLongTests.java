package com.regulars.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.regulars.testing.PackagedJar;
import com.regulars.testing.RunningApplication;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The quick start of a packaged build ({@code bin/prepare}): the Java machine takes the cache it was prepared with, and
 * starts quietly without it when it is damaged or belongs to something else.
 */
class QuickStartLongTests {

    /** Lets the machine end when it cannot use the cache, instead of going on without. */
    private static final String CACHE_OR_NOTHING = "-XX:AOTMode=on";

    private static final String OTHER_HEADERS = "-XX:-UseCompactObjectHeaders";

    @TempDir
    static Path prepared;

    private static Path jar;

    @TempDir
    Path home;

    private Path cache;

    @BeforeAll
    static void prepare() throws Exception {
        var packaged = PackagedJar.find();
        assumeTrue(packaged.isPresent(), "Nothing is packaged yet");
        Path program = prepared.resolve("program");
        run(
                RunningApplication.java(),
                "-Djarmode=tools",
                "-jar",
                packaged.get().toString(),
                "extract",
                "--destination",
                program.toString());
        jar = Files.move(program.resolve(packaged.get().getFileName()), program.resolve("regulars.jar"));
        run("bin/prepare", RunningApplication.java(), jar.toString(), prepared.toString());
        Files.copy(prepared.resolve("regulars.aot"), prepared.resolve("kept.aot"));
    }

    @BeforeEach
    void wholeCache() throws IOException {
        cache = prepared.resolve("regulars.aot");
        Files.copy(prepared.resolve("kept.aot"), cache, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void usesTheCacheItWasPreparedWith() throws Exception {
        assertThat(version(CACHE_OR_NOTHING).exit()).isZero();
    }

    @Test
    void startsQuietlyWhenTheCacheIsCutOff() throws Exception {
        try (var file = new RandomAccessFile(cache.toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        thenItStartsWithout();
    }

    @Test
    void startsQuietlyWhenTheCacheIsNoCache() throws Exception {
        Files.writeString(cache, "no cache");
        thenItStartsWithout();
    }

    @Test
    void startsQuietlyWhenTheCacheIsGone() throws Exception {
        Files.delete(cache);
        thenItStartsWithout();
    }

    @Test
    void startsQuietlyWhenTheJarIsAnother() throws Exception {
        FileTime before = Files.getLastModifiedTime(jar);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(before.toMillis() - 60_000));
        try {
            thenItStartsWithout();
        } finally {
            Files.setLastModifiedTime(jar, before);
        }
    }

    @Test
    void startsQuietlyWhenTheMachineIsAskedToWorkInAnotherWay() throws Exception {
        assertThat(version(OTHER_HEADERS, CACHE_OR_NOTHING).exit()).isNotZero();
        thenItIsQuiet(version(OTHER_HEADERS));
    }

    /** Half of the cache reads as zeros, as after a loss of power: the whole application starts and answers. */
    @Test
    void servesWhenTheCacheIsDamaged() throws Exception {
        try (var file = new RandomAccessFile(cache.toFile(), "rw")) {
            file.seek(file.length() / 4);
            file.write(new byte[(int) (file.length() / 2)]);
        }
        thenItStartsWithout();
        var application = new RunningApplication(home)
                .startedBy(RunningApplication.java(), options(), "-Xmx512m", "-jar", jar.toString());
        application.start();
        try {
            assertThat(application.get("/brand").status()).isEqualTo(200);
        } finally {
            application.stop();
        }
    }

    private void thenItStartsWithout() throws Exception {
        assertThat(version(CACHE_OR_NOTHING).exit()).as("the cache is refused").isNotZero();
        thenItIsQuiet(version());
    }

    private static void thenItIsQuiet(Ended version) {
        assertThat(version.exit()).as(version.output()).isZero();
        assertThat(version.output().lines()).as("three lines of -version").hasSize(3);
    }

    /** What a process said, and how it ended. */
    private record Ended(int exit, String output) {}

    private static Ended version(String... more) throws Exception {
        var line = new ArrayList<String>(List.of(RunningApplication.java(), options()));
        line.addAll(List.of(more));
        line.addAll(List.of("-cp", jar.toString(), "-version"));
        return end(line);
    }

    private static String options() {
        return "@" + prepared.resolve("options");
    }

    private static void run(String... line) throws Exception {
        Ended ended = end(List.of(line));
        assertThat(ended.exit()).as(ended.output()).isZero();
    }

    private static Ended end(List<String> line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
