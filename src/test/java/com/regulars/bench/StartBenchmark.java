package com.regulars.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.regulars.testing.PackagedJar;
import com.regulars.testing.RunningApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a start on existing data takes by {@code ./run} beside the plain jar, one after the other in turns, and how
 * much memory it then has. The database is not counted.
 */
class StartBenchmark {

    private static final int ROUNDS = 5;

    @TempDir
    Path home;

    /** One start: time to the first ready answer, processor time and resident memory at that moment. */
    private record Start(double seconds, double processorSeconds, long megabytes) {}

    @Test
    void startOnExistingData() throws Exception {
        var jar = PackagedJar.find();
        assumeTrue(jar.isPresent(), "First: ./mvnw -Dquick -Dmaven.test.skip=true package");
        String[] plain = {
            RunningApplication.java(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            jar.get().toString()
        };
        String[] run = {Path.of("run").toAbsolutePath().toString()};
        start(plain);
        start(run); // prepares the quick start when this build was never run
        var plains = new ArrayList<Start>();
        var runs = new ArrayList<Start>();
        var ratios = new ArrayList<Double>();
        var processorRatios = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            plains.add(start(plain));
            runs.add(start(run));
            ratios.add(runs.getLast().seconds() / plains.getLast().seconds());
            processorRatios.add(
                    runs.getLast().processorSeconds() / plains.getLast().processorSeconds());
        }
        Report.write(
                "start",
                "plain jar %s; ./run %s; ratio %.2f, of processor time %.2f (median of %d pairs)"
                        .formatted(words(plains), words(runs), median(ratios), median(processorRatios), ROUNDS));
    }

    private Start start(String... command) throws IOException, InterruptedException {
        var application = new RunningApplication(home)
                .startedBy(command)
                .withEnvironment("JAVA_HOME", System.getProperty("java.home"))
                .withEnvironment("REGULARS_POSTGRES_BINARIES_DIR", "")
                .withEnvironment("REGULARS_DEMO_CUSTOMERS", "500");
        long begin = System.nanoTime();
        application.start();
        double seconds = (System.nanoTime() - begin) / 1e9;
        double processor = application
                        .process()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
        long megabytes = residentMegabytes(application.process().pid());
        application.stop();
        return new Start(seconds, processor, megabytes);
    }

    private static long residentMegabytes(long pid) throws IOException {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static String words(List<Start> starts) {
        return "%.1f s, %.1f s of processor, %.0f MB"
                .formatted(
                        median(starts.stream().map(Start::seconds).toList()),
                        median(starts.stream().map(Start::processorSeconds).toList()),
                        median(starts.stream()
                                .map(start -> (double) start.megabytes())
                                .toList()));
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }
}
