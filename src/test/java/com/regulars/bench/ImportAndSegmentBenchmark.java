package com.regulars.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.regulars.testing.RunningApplication;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How fast CDNOW's guests and visits come in by CSV, and how long the segment runs over them take. */
class ImportAndSegmentBenchmark {

    private static final Path DATA = Path.of(System.getProperty("bench.data", "../shared/data"));
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path home;

    private RunningApplication application;

    @Test
    void importAndSegments() throws Exception {
        assumeTrue(Files.exists(DATA.resolve("cdnow-visits.csv.gz")), "The CDNOW files are not here");
        application = new RunningApplication(home, "-Xmx512m");
        application.start();
        try {
            double customers = rowsPerSecond("/imports/customers", "cdnow-customers.csv.gz");
            double visits = rowsPerSecond("/imports/visits", "cdnow-visits.csv.gz");
            double again = rowsPerSecond("/imports/visits", "cdnow-visits.csv.gz");
            send("PUT", "/segments/settings", """
                    {"windowDays":365,"cut":{"mode":"PERCENTILE","visits":50,"spend":50}}""");
            long first = run("1998-06-29", true);
            long incremental = run("1998-06-30", false);
            long full = run("1998-06-30", true);
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

    private double rowsPerSecond(String path, String file) throws IOException, InterruptedException {
        byte[] content;
        try (var in = new GZIPInputStream(Files.newInputStream(DATA.resolve(file)))) {
            content = in.readAllBytes();
        }
        long begin = System.nanoTime();
        String id = upload(path, file.replace(".gz", ""), content).get("id").asString();
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofMinutes(10))
                .until(() -> !status("/imports/" + id).equals("RUNNING"));
        double seconds = (System.nanoTime() - begin) / 1e9;
        JsonNode result = application.get("/imports/" + id).body();
        assertThat(result.get("status").asString()).as(result::toString).isEqualTo("DONE");
        assertThat(result.get("rejected").asLong()).isZero();
        return result.get("done").asLong() / seconds;
    }

    private long run(String businessDate, boolean full) throws IOException, InterruptedException {
        String id = send("POST", "/segment-runs", "{\"businessDate\":\"%s\",\"full\":%s}".formatted(businessDate, full))
                .get("id")
                .asString();
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofMinutes(10))
                .until(() -> !status("/segment-runs/" + id).equals("RUNNING"));
        JsonNode result = application.get("/segment-runs/" + id).body();
        assertThat(result.get("status").asString()).as(result::toString).isEqualTo("DONE");
        return result.get("durationMillis").asLong();
    }

    private String status(String path) throws IOException, InterruptedException {
        return application.get(path).body().get("status").asString();
    }

    private JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(application.uri("/api/v1" + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode upload(String path, String name, byte[] content) throws IOException, InterruptedException {
        String boundary = "regulars-benchmark";
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return answer(HttpRequest.newBuilder(application.uri("/api/v1" + path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofByteArray(head),
                        HttpRequest.BodyPublishers.ofByteArray(content),
                        HttpRequest.BodyPublishers.ofByteArray(tail))));
    }

    private static JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(
                    request.header("Authorization", "Bearer " + RunningApplication.TOKEN)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response::body).isBetween(200, 299);
            return JSON.readTree(response.body());
        }
    }
}
