package com.regulars.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.regulars.testing.RunningApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fast CDNOW's guests and visits come in by CSV, and how long the segment runs over them take. */
class ImportAndSegmentBenchmark {

    private static final Path DATA = Path.of(System.getProperty("bench.data", "../shared/data"));

    @TempDir
    Path home;

    @Test
    void importAndSegments() throws Exception {
        assumeTrue(Files.exists(DATA.resolve("cdnow-visits.csv.gz")), "The CDNOW files are not here");
        var application = new RunningApplication(home, "-Xmx512m");
        application.start();
        try {
            var api = new BenchApi(application);
            double customers = api.imports("/imports/customers", unpacked("cdnow-customers.csv"));
            double visits = api.imports("/imports/visits", unpacked("cdnow-visits.csv"));
            double again = api.imports("/imports/visits", unpacked("cdnow-visits.csv"));
            api.send("PUT", "/segments/settings", """
                    {"windowDays":365,"cut":{"mode":"PERCENTILE","visits":50,"spend":50}}""");
            long first = run(api, "1998-06-29", true);
            long incremental = run(api, "1998-06-30", false);
            long full = run(api, "1998-06-30", true);
            Report.write(
                    "import-and-segments",
                    "CDNOW: %.0f customers/s, %.0f visits/s, %.0f visits/s when nothing is new; "
                                    .formatted(customers, visits, again)
                            + "segment run full %d ms (first ever %d ms), incremental one day later %d ms"
                                    .formatted(full, first, incremental));
        } finally {
            application.stop();
        }
    }

    private Path unpacked(String file) throws IOException {
        Path target = home.resolve(file);
        if (!Files.exists(target)) {
            try (var in = new GZIPInputStream(Files.newInputStream(DATA.resolve(file + ".gz")))) {
                Files.copy(in, target);
            }
        }
        return target;
    }

    private static long run(BenchApi api, String businessDate, boolean full) throws IOException, InterruptedException {
        return api.segmentRun(businessDate, full).get("durationMillis").asLong();
    }
}
