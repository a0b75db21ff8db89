package com.regulars.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.regulars.testing.RunningApplication;
import com.regulars.testing.RunningApplication.Answer;
import com.regulars.testing.TestDatabase;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one database are one house: what one node did, the other knows, and what both are asked is done once. */
class TwoNodesTests {

    private static final String DATABASE = "two_nodes";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path home;

    private static RunningApplication first;
    private static RunningApplication second;

    @BeforeAll
    static void start() throws Exception {
        first = node("first");
        first.start();
        second = node("second");
        second.start();
    }

    @AfterAll
    static void stop() throws Exception {
        first.stop();
        second.stop();
    }

    private static RunningApplication node(String name) {
        return new RunningApplication(home.resolve(name), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m")
                .withEnvironment("SPRING_DATASOURCE_URL", TestDatabase.url(DATABASE))
                .withEnvironment("SPRING_DATASOURCE_USERNAME", TestDatabase.username())
                .withEnvironment("SPRING_DATASOURCE_PASSWORD", TestDatabase.password())
                .withEnvironment("SPRING_FLYWAY_USER", TestDatabase.owner())
                .withEnvironment("SPRING_FLYWAY_PASSWORD", TestDatabase.password())
                .withEnvironment("REGULARS_SECRET", "one secret for both nodes");
    }

    @Test
    void whoSignedInAtOneNodeIsServedByTheOther() throws Exception {
        var cookies = new CookieManager();
        try (var browser = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            var form = CSRF.matcher(page(browser, first, "/login").body());
            assertThat(form.find()).isTrue();
            var signedIn = browser.send(
                    HttpRequest.newBuilder(first.uri("/login"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("username=admin&password=regulars-demo&_csrf="
                                    + URLEncoder.encode(form.group(1), StandardCharsets.UTF_8)))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(signedIn.statusCode()).isEqualTo(302);

            assertThat(page(browser, second, "/staff").statusCode()).isEqualTo(200);
            assertThat(page(browser, first, "/staff").statusCode()).isEqualTo(200);
            cookies.getCookieStore().removeAll();
            assertThat(page(browser, second, "/staff").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void importStartedAtOneNodeIsWatchedAtTheOther() throws Exception {
        int rows = 20_000;
        String id = upload("external_ref,name\n"
                + IntStream.range(0, rows)
                        .mapToObj(number -> "two-nodes-" + number + ",客人" + number + "\n")
                        .collect(Collectors.joining()));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            var job = second.get("/imports/" + id).body();
            long done = job.get("done").asLong();
            return job.get("status").asString().equals("RUNNING") && done > 0 && done < rows;
        });
        await().atMost(PATIENCE)
                .until(() -> !second.get("/imports/" + id)
                        .body()
                        .get("status")
                        .asString()
                        .equals("RUNNING"));
        var ended = second.get("/imports/" + id).body();
        assertThat(ended.get("status").asString()).as(ended::toString).isEqualTo("DONE");
        assertThat(ended.get("created").asLong()).isEqualTo(rows);
        assertThat(ended).isEqualTo(first.get("/imports/" + id).body());
    }

    @Test
    void runsAskedForAtBothNodesTakeTurns() throws Exception {
        List<Answer> asked = atOnce(
                () -> first.post("/segment-runs", "unused", "{\"businessDate\":\"2026-01-31\",\"full\":true}"),
                () -> second.post("/segment-runs", "unused", "{\"businessDate\":\"2026-01-31\",\"full\":true}"));
        for (Answer answer : asked) {
            assertThat(answer.status()).as(answer::toString).isEqualTo(202);
            String run = "/segment-runs/" + answer.body().get("id").asString();
            await().atMost(PATIENCE).until(() -> !status(first, run).equals("RUNNING"));
            assertThat(status(second, run)).isEqualTo("DONE");
        }
        assertThat(number("select count(*) from segment_run where business_date = '2026-01-31' and in_force"))
                .isEqualTo(1);
        assertThat(number("""
                        select count(*) from segment_run one join segment_run other on one.id < other.id
                         where one.started_at < other.finished_at and other.started_at < one.finished_at
                        """)).as("runs at the same time").isZero();
    }

    @Test
    void ticketTakenAtOneNodeIsSeenAtTheOther() throws Exception {
        Answer taken = first.post("/feedback-tickets", "unused", """
                {"venueCode":"main","source":"LETTER_OR_CALL","category":"SUGGESTION","text":"更多素菜"}""");
        assertThat(taken.status()).as(taken::toString).isEqualTo(201);
        Answer seen = second.get("/feedback-tickets/" + taken.body().get("id").asString());
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body()).isEqualTo(taken.body());
    }

    @Test
    void keySentToBothNodesAtOnceHasOneEffect() throws Exception {
        String card = openCard();
        for (int round = 1; round <= 20; round++) {
            String key = UUID.randomUUID().toString();
            List<Answer> answers = atOnce(() -> topUp(first, card, key), () -> topUp(second, card, key));
            answers.forEach(
                    answer -> assertThat(answer.status()).as(answer::toString).isIn(201, 409));
            Answer again = topUp(second, card, key);
            assertThat(again.status()).as(again::toString).isEqualTo(201);
            assertThat(again.replayed()).isTrue();
            answers.stream()
                    .filter(answer -> answer.status() == 201)
                    .forEach(answer -> assertThat(answer.body()).isEqualTo(again.body()));
            assertThat(principal(first, card)).isEqualTo(round * 100_00L);
            assertThat(principal(second, card)).isEqualTo(round * 100_00L);
        }
    }

    private static String openCard() throws Exception {
        String name = "n" + UUID.randomUUID().toString().substring(0, 8);
        create(first, "/card-programmes", """
                {"code":"%s","name":"储值卡","storedValue":{"topUpTiers":[],"spendOrder":"PRINCIPAL_FIRST"}}
                """.formatted(name));
        String customer = create(second, "/customers", "{\"kind\":\"PERSON\",\"name\":\"张三\"}")
                .body()
                .get("id")
                .asString();
        return create(second, "/cards", """
                {"customerId":"%s","programmeCode":"%s","venueCode":"main"}""".formatted(customer, name))
                .body()
                .get("number")
                .asString();
    }

    private static Answer create(RunningApplication node, String path, String body) throws Exception {
        Answer answer = node.post(path, UUID.randomUUID().toString(), body);
        assertThat(answer.status()).as(answer::toString).isEqualTo(201);
        return answer;
    }

    private static Answer topUp(RunningApplication node, String card, String key) throws Exception {
        return node.post("/cards/" + card + "/top-ups", key, """
                {"venueCode":"main","amountMinor":10000,"tender":{"type":"CASH"}}""");
    }

    private static long principal(RunningApplication node, String card) throws Exception {
        return node.get("/cards/" + card).body().get("principalMinor").asLong();
    }

    private static String status(RunningApplication node, String path) throws Exception {
        return node.get(path).body().get("status").asString();
    }

    private static HttpResponse<String> page(HttpClient browser, RunningApplication node, String path)
            throws Exception {
        return browser.send(
                HttpRequest.newBuilder(node.uri(path))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String upload(String csv) throws Exception {
        String body = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"guests.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--part--\r\n";
        Answer started = first.send(HttpRequest.newBuilder(first.uri("/api/v1/imports/customers"))
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(started.status()).as(started::toString).isEqualTo(202);
        return started.body().get("id").asString();
    }

    private static List<Answer> atOnce(Callable<Answer> one, Callable<Answer> other) throws Exception {
        var both = new CyclicBarrier(2);
        var answers = new ArrayList<Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<Answer>>();
            for (Callable<Answer> request : List.of(one, other)) {
                asked.add(threads.submit(() -> {
                    both.await();
                    return request.call();
                }));
            }
            for (var answer : asked) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static long number(String sql) throws Exception {
        try (var connection = TestDatabase.connectAsSuperuser(DATABASE);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
