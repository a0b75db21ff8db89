package com.regulars.release;

import com.regulars.release.ReleaseFiles.Exchange;
import com.regulars.testing.RunningApplication;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks a running application as its API client and keeps the answers as they came, byte for byte. */
record ReleaseApi(RunningApplication application, HttpClient client) {

    ReleaseApi(RunningApplication application) {
        this(application, HttpClient.newHttpClient());
    }

    Exchange read(String path) throws IOException, InterruptedException {
        return exchange(path, "", "", request(path).GET());
    }

    /** @param key with which the request is done once */
    Exchange ask(String path, String key, String body) throws IOException, InterruptedException {
        return exchange(
                path,
                key,
                body,
                request(path)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Exchange upload(String path, String name, String csv) throws IOException, InterruptedException {
        String body =
                "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n--part--\r\n"
                        .formatted(name, csv);
        return exchange(
                path,
                "",
                body,
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=part")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(application.uri("/api/v1" + path))
                .header("Accept-Language", "zh-CN")
                .header("Authorization", "Bearer " + RunningApplication.TOKEN);
    }

    private Exchange exchange(String path, String key, String body, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Exchange(path, key, body, response.statusCode(), response.body());
    }
}
