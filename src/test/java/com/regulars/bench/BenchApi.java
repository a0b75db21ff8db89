package com.regulars.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.regulars.testing.RunningApplication;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls of the wire contract that several benchmarks make, each waiting for the end of what it has begun. */
record BenchApi(RunningApplication application) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(40);
    private static final String BOUNDARY = "regulars-benchmark";

    /** Rows a second, from the first byte sent to the end of the job. */
    double imports(String path, Path file) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        String id = upload(path, file).get("id").asString();
        JsonNode result = end("/imports/" + id);
        double seconds = (System.nanoTime() - begin) / 1e9;
        assertThat(result.get("rejected").asLong()).isZero();
        return result.get("done").asLong() / seconds;
    }

    /** What the log says of the run. */
    JsonNode segmentRun(String businessDate, boolean full) throws IOException, InterruptedException {
        String id = send("POST", "/segment-runs", "{\"businessDate\":\"%s\",\"full\":%s}".formatted(businessDate, full))
                .get("id")
                .asString();
        return end("/segment-runs/" + id);
    }

    /** However long it takes. */
    JsonNode get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(application.uri("/api/v1" + path)).GET());
    }

    JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(application.uri("/api/v1" + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode end(String path) throws IOException, InterruptedException {
        await().pollInterval(Duration.ofMillis(100))
                .atMost(PATIENCE)
                .until(() ->
                        !application.get(path).body().get("status").asString().equals("RUNNING"));
        JsonNode result = application.get(path).body();
        assertThat(result.get("status").asString()).as(result::toString).isEqualTo("DONE");
        return result;
    }

    private JsonNode upload(String path, Path file) throws IOException, InterruptedException {
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n"
                        .formatted(BOUNDARY, file.getFileName());
        return answer(HttpRequest.newBuilder(application.uri("/api/v1" + path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head, StandardCharsets.UTF_8),
                        HttpRequest.BodyPublishers.ofFile(file),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"))));
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
