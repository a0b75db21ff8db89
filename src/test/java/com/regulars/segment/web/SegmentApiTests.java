package com.regulars.segment.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.segment.SegmentTest;
import com.regulars.segment.SegmentTestData;
import com.regulars.segment.SegmentTestData.VisitRow;
import com.regulars.segment.rating.CutRule;
import com.regulars.testing.Fixtures;
import com.regulars.venue.Venues;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SegmentTest
class SegmentApiTests {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

    @Autowired
    SegmentTestData data;

    @Autowired
    MockMvcTester web;

    @Autowired
    Venues venues;

    @Autowired
    JdbcClient jdbc;

    private String prefix = "";

    @BeforeEach
    void guestsWithVisits() {
        data.forgetVisits();
        data.rule(365, new CutRule.Percentile(50, 50));
        prefix = "P" + System.nanoTime() + "-";
        data.addCustomers(IntStream.range(0, 4).mapToObj(i -> prefix + i).toList());
        data.addVisits(List.of(
                new VisitRow(prefix + 0, DAY, 20_000, 0),
                new VisitRow(prefix + 1, DAY.minusDays(2), 15_000, 0),
                new VisitRow(prefix + 1, DAY, 15_001, 0),
                new VisitRow(prefix + 2, DAY, 900, 0)));
    }

    @Test
    void a_run_is_asked_for_and_followed_to_its_end() {
        String id = json(post("/api/v1/segment-runs", "{\"businessDate\":\"2025-06-30\",\"full\":true}", 202))
                .get("id")
                .asString();

        JsonNode run = finished(id);
        assertThat(run.get("status").asString()).isEqualTo("DONE");
        assertThat(run.get("changed").asLong()).isEqualTo(3);
        assertThat(run.get("frequencyCut").asLong()).isEqualTo(2);
        assertThat(run.get("spendCutMinor").asLong()).isEqualTo(15_001);
        assertThat(run.get("durationMillis").isIntegralNumber()).isTrue();
        assertThat(run.get("customers").isIntegralNumber()).isTrue();
    }

    @Test
    void a_run_without_a_body_is_for_the_last_closed_day() {
        var answer = web.post()
                .uri("/api/v1/segment-runs")
                .with(Fixtures.as(Fixtures.apiClient()))
                .exchange();
        assertThat(answer).hasStatus(202);
        assertThat(LocalDate.parse(finished(json(answer).get("id").asString())
                        .get("businessDate")
                        .asString()))
                .isEqualTo(venues.lastClosedBusinessDate());
        var second = post("/api/v1/segment-runs", "{}", 202);
        assertThat(finished(json(second).get("id").asString()).get("full").asBoolean())
                .isFalse();
    }

    private JsonNode finished(String id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> json(get("/api/v1/segment-runs/" + id)),
                        now -> !now.get("status").asString().equals("RUNNING"));
    }

    @Test
    void the_summary_defaults_to_the_run_that_finished_last_whatever_its_date() {
        data.run(DAY, false);
        data.run(DAY.minusDays(1), false);

        var newest = json(get("/api/v1/segments/summary"));
        assertThat(newest.get("asOf").asString()).isEqualTo("2025-06-29");
        var asked = json(get("/api/v1/segments/summary?asOf=2025-06-30"));
        assertThat(asked.get("quadrants").get("B"))
                .isEqualTo(JsonMapper.shared().readTree("{\"customers\":1,\"visits\":2,\"spendMinor\":30001}"));
        assertThat(asked.get("quadrants").propertyNames()).containsExactly("A", "B", "C", "D");
        assertThat(asked.get("lapsed").asLong()).isZero();
        assertThat(asked.get("new").asLong()).isPositive();
    }

    @Test
    void movements_name_every_pair() {
        data.run(DAY.minusDays(1), false);
        data.run(DAY, false);

        var items = json(get("/api/v1/segments/movements?from=2025-06-29&to=2025-06-30"))
                .get("items");
        assertThat(items).hasSize(36);
        assertThat(customers(items, "NEW", "A")).isEqualTo(1);
        assertThat(customers(items, "NEW", "C")).isEqualTo(1);
        assertThat(items.valueStream()
                        .mapToLong(item -> item.get("customers").asLong())
                        .sum())
                .isEqualTo(jdbc.sql("select count(*) from customer")
                        .query(Long.class)
                        .single());
    }

    @Test
    void dates_without_a_run_are_not_found_and_reversed_dates_refused() {
        data.run(DAY, false);
        data.run(DAY.minusDays(1), false);
        get("/api/v1/segments/summary?asOf=2025-06-01", 404);
        get("/api/v1/segments/movements?from=2025-06-01&to=2025-06-30", 404);
        get("/api/v1/customers/" + id(0) + "/segment?asOf=2025-06-01", 404);
        get("/api/v1/segment-runs/999999999", 404);
        get("/api/v1/segment-runs/abc", 404);
        get("/api/v1/segments/movements?from=2025-06-30&to=2025-06-29", 422);
        get("/api/v1/segments/summary?asOf=june", 400);
    }

    @Test
    void the_segment_of_a_guest_has_every_field() {
        data.run(DAY, false);

        assertThat(json(get("/api/v1/customers/" + id(1) + "/segment")))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"quadrant":"B","status":"RATED","visits":2,"averageSpendMinor":15001,"lifetimeVisits":2,
                         "lifetimeSpendMinor":30001,"lastVisitOn":"2025-06-30","valueClass":"WALK_IN","stage":"ACTING","asOf":"2025-06-30"}
                        """));
        assertThat(json(get("/api/v1/customers/" + id(3) + "/segment?asOf=2025-06-30")))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"quadrant":null,"status":"NEW","visits":0,"averageSpendMinor":0,"lifetimeVisits":0,
                         "lifetimeSpendMinor":0,"lastVisitOn":null,"valueClass":"WALK_IN","stage":"ACTING","asOf":"2025-06-30"}
                        """));
    }

    @Test
    void settings_hold_from_the_next_run() {
        put("{\"windowDays\":2,\"cut\":{\"mode\":\"FIXED\",\"visits\":1,\"spendMinor\":900}}", 200);
        var run = data.run(DAY, false);

        assertThat(run.frequencyCut()).isEqualTo(1);
        assertThat(run.spendCutMinor()).isEqualTo(900);
        assertThat(json(get("/api/v1/segments/summary"))
                        .get("quadrants")
                        .get("B")
                        .get("visits")
                        .asLong())
                .isEqualTo(3);
        put("{\"windowDays\":36500,\"cut\":{\"mode\":\"PERCENTILE\",\"visits\":50,\"spend\":50}}", 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"cut\":{\"mode\":\"PERCENTILE\",\"visits\":50,\"spend\":50}}",
                "{\"windowDays\":0,\"cut\":{\"mode\":\"PERCENTILE\",\"visits\":50,\"spend\":50}}",
                "{\"windowDays\":36501,\"cut\":{\"mode\":\"PERCENTILE\",\"visits\":50,\"spend\":50}}",
                "{\"windowDays\":365.5,\"cut\":{\"mode\":\"PERCENTILE\",\"visits\":50,\"spend\":50}}",
                "{\"windowDays\":\"365\",\"cut\":{\"mode\":\"PERCENTILE\",\"visits\":50,\"spend\":50}}",
                "{\"windowDays\":365,\"cut\":{\"mode\":\"PERCENTILE\",\"visits\":100,\"spend\":50}}",
                "{\"windowDays\":365,\"cut\":{\"mode\":\"PERCENTILE\",\"visits\":50}}",
                "{\"windowDays\":365,\"cut\":{\"mode\":\"FIXED\",\"visits\":2,\"spend\":50}}",
                "{\"windowDays\":365,\"cut\":{\"mode\":\"FIXED\",\"visits\":-2,\"spendMinor\":50}}",
                "{\"windowDays\":365,\"cut\":{\"mode\":\"MEDIAN\",\"visits\":2,\"spendMinor\":50}}",
                "{\"windowDays\":365,\"color\":\"red\",\"cut\":{\"mode\":\"FIXED\",\"visits\":2,\"spendMinor\":50}}",
                "{\"windowDays\":365,\"cut\":null}"
            })
    void settings_that_make_no_sense_are_malformed(String body) {
        put(body, 400);
    }

    @Test
    void a_future_date_is_refused() {
        post("/api/v1/segment-runs", "{\"businessDate\":\"2199-12-31\"}", 422);
        post("/api/v1/segment-runs", "{\"businessDate\":\"2200-01-01\"}", 400);
        post("/api/v1/segment-runs", "{\"businessDate\":\"tomorrow\"}", 400);
        post("/api/v1/segment-runs", "{\"asOf\":\"2025-06-30\"}", 400);
    }

    private long customers(JsonNode items, String from, String to) {
        return items.valueStream()
                .filter(item -> item.get("from").asString().equals(from)
                        && item.get("to").asString().equals(to))
                .mapToLong(item -> item.get("customers").asLong())
                .sum();
    }

    private long id(int guest) {
        return jdbc.sql("select id from customer where external_ref = :ref")
                .param("ref", prefix + guest)
                .query(Long.class)
                .single();
    }

    private MvcTestResult get(String uri) {
        return get(uri, 200);
    }

    private MvcTestResult get(String uri, int status) {
        var result = web.get().uri(uri).with(Fixtures.as(Fixtures.apiClient())).exchange();
        assertThat(result).hasStatus(status);
        return result;
    }

    private MvcTestResult post(String uri, String body, int status) {
        var result = web.post()
                .uri(uri)
                .with(Fixtures.as(Fixtures.apiClient()))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
        assertThat(result).hasStatus(status);
        return result;
    }

    private void put(String body, int status) {
        assertThat(web.put()
                        .uri("/api/v1/segments/settings")
                        .with(Fixtures.as(Fixtures.apiClient()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .hasStatus(status);
    }

    private static JsonNode json(MvcTestResult result) {
        try {
            return JsonMapper.shared().readTree(result.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
