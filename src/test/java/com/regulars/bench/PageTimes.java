package com.regulars.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.testing.RunningApplication;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** How long pages take for somebody who is signed in, one request after the other on one connection. */
final class PageTimes {

    private static final int WARM_UP = 10;
    private static final int MEASURED = 60;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final RunningApplication application;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    PageTimes(RunningApplication application) {
        this.application = application;
    }

    void signIn(String name, String password) throws IOException, InterruptedException {
        var token = TOKEN.matcher(get("/login"));
        assertThat(token.find()).isTrue();
        String form = "username=%s&password=%s&_csrf=%s".formatted(name, password, encoded(token.group(1)));
        var response = client.send(
                HttpRequest.newBuilder(application.uri("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location").orElse("")).doesNotContain("error");
    }

    /**
     * The line of the report for pages of one kind.
     *
     * @param paths taken in turns
     */
    String measure(String name, List<String> paths) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            get(paths.get(i % paths.size()));
        }
        double[] millis = new double[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            String path = paths.get((WARM_UP + i) % paths.size());
            long begin = System.nanoTime();
            get(path);
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        return "%s: p50 %.0f ms, p95 %.0f ms".formatted(name, millis[MEASURED / 2], millis[MEASURED * 95 / 100]);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String get(String path) throws IOException, InterruptedException {
        var response = client.send(
                HttpRequest.newBuilder(application.uri(path)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }
}
