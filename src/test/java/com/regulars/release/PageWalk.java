package com.regulars.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.testing.RunningApplication;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;

/** Somebody signs in and follows every link from page to page; of pages that differ by a number, the first few. */
final class PageWalk {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*\\bhref=\"(/[^\"#]*)\"");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|=[^&]*");
    private static final int OF_A_KIND = 3;
    private static final int PAGES = 120;

    private final RunningApplication application;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private record Link(String path, String from) {}

    private final Queue<Link> open = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> kinds = new HashMap<>();

    PageWalk(RunningApplication application, String employee) throws IOException, InterruptedException {
        this.application = application;
        var token = TOKEN.matcher(get("/login").body());
        assertThat(token.find()).isTrue();
        var answer = client.send(
                HttpRequest.newBuilder(application.uri("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "username=" + employee + "&password=regulars-demo&_csrf="
                                        + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("login");
    }

    /** Every page answers, or leads on; none shows a message that is not there. */
    void walk() throws IOException, InterruptedException {
        follow("/", "the address bar");
        int read = 0;
        for (Link link = open.poll(); link != null && read < PAGES; link = open.poll()) {
            var page = get(link.path);
            assertThat(page.statusCode()).as(link::toString).isIn(200, 302, 303);
            if (page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                assertThat(page.body()).as(link::toString).doesNotContain("??");
                String from = link.path;
                LINK.matcher(page.body())
                        .results()
                        .forEach(found -> follow(found.group(1).replace("&amp;", "&"), from));
            }
            read++;
        }
        assertThat(read).as("pages read").isGreaterThan(15);
    }

    private void follow(String path, String from) {
        String kind = NUMBER.matcher(path).replaceAll("0");
        if (seen.add(path) && kinds.merge(kind, 1, Integer::sum) <= OF_A_KIND) {
            open.add(new Link(path, from));
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(application.uri(path))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
