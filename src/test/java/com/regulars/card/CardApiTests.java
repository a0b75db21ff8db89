package com.regulars.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.regulars.access.Actor;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RegularsTest
@Import(CardFixtures.class)
class CardApiTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    CardFixtures given;

    Actor client;
    String code;

    @BeforeEach
    void createProgramme() {
        client = Fixtures.apiClient();
        code = "api-" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(send(HttpMethod.POST, "/card-programmes", null, programme(code)))
                .hasStatus(201);
    }

    private static String programme(String code) {
        return """
                {"code":"%s","name":"金卡","storedValue":{"topUpTiers":[{"atLeastMinor":1000000,"bonusMinor":200000}],
                 "spendOrder":"PRINCIPAL_FIRST","maxBalanceMinor":5000000,"pinAboveMinor":50000},
                 "discount":{"percentOffPaidByBalance":0,"percentOffPaidOtherwise":20},
                 "points":{"earnPerMinor":{"points":1,"perMinor":100},"redeemMinorPerPoint":1,"validMonths":12,
                           "visitBonus":{"visits":3,"withinDays":30,"points":50}},
                 "memberPrice":{"feeMinor":30000,"validMonths":12}}""".formatted(code);
    }

    @Test
    void keeps_a_programme_as_it_was_posted() throws Exception {
        var listed = web.get()
                .uri("/api/v1/card-programmes")
                .with(Fixtures.as(client))
                .exchange();
        assertThat(listed).hasStatusOk();
        assertThat(JsonPath.<java.util.List<Object>>read(
                        listed.getResponse().getContentAsString(),
                        "$.items[?(@.code=='" + code + "')].points.visitBonus.visits"))
                .containsExactly(3);
        assertThat(send(HttpMethod.POST, "/card-programmes", null, programme(code)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("PROGRAMME_EXISTS");
    }

    @Test
    void issues_tops_up_and_shows_a_card() throws Exception {
        String number = issue();
        var toppedUp = topUp(number, "k1", 1_000_000);
        assertThat(toppedUp).hasStatus(201).bodyJson().satisfies(json -> {
            assertThat(json).extractingPath("$.principalMinor").isEqualTo(1_000_000);
            assertThat(json).extractingPath("$.bonusMinor").isEqualTo(200_000);
            assertThat(json).extractingPath("$.balanceBeforeMinor").isEqualTo(0);
            assertThat(json).extractingPath("$.balanceAfterMinor").isEqualTo(1_200_000);
            assertThat(json).extractingPath("$.receiptNumber").asString().contains("-api-");
            assertThat(json).extractingPath("$.id").asString().isNotEmpty();
        });
        assertThat(get("/cards/" + number)).hasStatusOk().bodyJson().satisfies(json -> {
            assertThat(json).extractingPath("$.status").isEqualTo("ACTIVE");
            assertThat(json).extractingPath("$.principalMinor").isEqualTo(1_000_000);
            assertThat(json).extractingPath("$.points").isEqualTo(0);
            assertThat(json).extractingPath("$.memberPriceUntil").isNotNull();
            assertThat(json).extractingPath("$.customerId").asString().isNotEmpty();
        });
        assertThat(get("/cards/" + number + "/statement?from=2020-01-01&to=2199-12-31"))
                .hasStatusOk()
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.items.length()").isEqualTo(2);
                    assertThat(json).extractingPath("$.items[0].account").isEqualTo("PRINCIPAL");
                    assertThat(json).extractingPath("$.items[0].kind").isEqualTo("TOP_UP");
                    assertThat(json).extractingPath("$.items[1].account").isEqualTo("BONUS");
                    assertThat(json).extractingPath("$.items[1].balanceAfter").isEqualTo(200_000);
                    assertThat(json)
                            .extractingPath("$.items[1].explanation")
                            .asString()
                            .contains("2,000.00");
                });
    }

    @Test
    void answers_the_same_key_with_the_first_answer_and_refuses_another_body() throws Exception {
        String number = issue();
        var first = topUp(number, "same", 1_000_000);
        var again = topUp(number, "same", 1_000_000);
        assertThat(again).hasStatus(201).headers().hasValue("Idempotency-Replayed", "true");
        assertThat(again.getResponse().getContentAsString())
                .isEqualTo(first.getResponse().getContentAsString());
        assertThat(first.getResponse().getHeader("Idempotency-Replayed")).isNull();
        assertThat(topUp(number, "\"same\"", 1_000_000))
                .hasStatus(201)
                .headers()
                .hasValue("Idempotency-Replayed", "true");
        refused(topUp(number, "same", 1_000_001), "IDEMPOTENCY_KEY_REUSED");
        assertThat(get("/cards/" + number))
                .bodyJson()
                .extractingPath("$.principalMinor")
                .isEqualTo(1_000_000);
    }

    @Test
    void replays_a_refusal_too() throws Exception {
        String number = issue();
        refused(topUp(number, "over", 5_000_001), "BALANCE_LIMIT");
        assertThat(topUp(number, "over", 5_000_001)).hasStatus(422).headers().hasValue("Idempotency-Replayed", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u00e9", "\"\""})
    void wants_a_readable_key(String key) throws Exception {
        assertThat(topUp(issue(), key, 1_000))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
    }

    @Test
    void wants_a_key_at_all_and_not_a_long_one() throws Exception {
        String number = issue();
        assertThat(topUp(number, null, 1_000)).hasStatus(400);
        assertThat(topUp(number, "x\u0007", 1_000)).hasStatus(400);
        assertThat(topUp(number, "k".repeat(256), 1_000)).hasStatus(400);
        assertThat(topUp(number, "k".repeat(255), 1_000)).hasStatus(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"venueCode\":\"%s\",\"amountMinor\":\"100\",\"tender\":{\"type\":\"CASH\"}}",
                "{\"venueCode\":\"%s\",\"amountMinor\":1.5,\"tender\":{\"type\":\"CASH\"}}",
                "{\"venueCode\":\"%s\",\"amountMinor\":null,\"tender\":{\"type\":\"CASH\"}}",
                "{\"venueCode\":\"%s\",\"amountMinor\":-1,\"tender\":{\"type\":\"CASH\"}}",
                "{\"venueCode\":\"%s\",\"amountMinor\":1000000000001,\"tender\":{\"type\":\"CASH\"}}",
                "{\"venueCode\":\"%s\",\"amountMinor\":100,\"tender\":{\"type\":\"SHELLS\"}}",
                "{\"venueCode\":\"%s\",\"amountMinor\":100}",
                "{\"venueCode\":\"%s\",\"amountMinor\":100,\"tender\":{\"type\":\"CASH\"},\"gift\":1}"
            })
    void refuses_what_it_cannot_read(String body) throws Exception {
        String number = issue();
        assertThat(send(
                        HttpMethod.POST,
                        "/cards/" + number + "/top-ups",
                        "k",
                        body.formatted(given.venue().code())))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors.length()")
                .isNotEqualTo(0);
    }

    @Test
    void stored_value_buys_no_stored_value() throws Exception {
        String body = "{\"venueCode\":\"%s\",\"amountMinor\":1000,\"tender\":{\"type\":\"STORED_VALUE\"}}"
                .formatted(given.venue().code());
        refused(
                send(HttpMethod.POST, "/cards/" + issue() + "/top-ups", "k", body),
                "STORED_VALUE_CANNOT_BUY_STORED_VALUE");
    }

    @Test
    void freezes_unfreezes_and_sets_a_pin() throws Exception {
        String number = issue();
        assertThat(send(HttpMethod.POST, "/cards/" + number + "/freezes", null, "{}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("FROZEN");
        refused(topUp(number, "frozen", 1_000), "CARD_NOT_ACTIVE");
        assertThat(send(HttpMethod.POST, "/cards/" + number + "/unfreezes", null, "{}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("ACTIVE");
        assertThat(send(HttpMethod.PUT, "/cards/" + number + "/pin", null, "{\"pin\":\"135790\"}"))
                .hasStatusOk();
        assertThat(send(HttpMethod.PUT, "/cards/" + number + "/pin", null, "{\"pin\":\"12345\"}"))
                .hasStatus(400);
    }

    @Test
    void knows_neither_unknown_cards_nor_programmes_nor_guests_nor_venues() throws Exception {
        assertThat(get("/cards/6028000000000000")).hasStatus(404);
        assertThat(issue(
                        String.valueOf(given.customer()),
                        "nothing",
                        given.venue().code()))
                .hasStatus(404);
        assertThat(issue("999999999", code, given.venue().code())).hasStatus(404);
        assertThat(issue("guest", code, given.venue().code())).hasStatus(404);
        assertThat(issue(String.valueOf(given.customer()), code, "nowhere")).hasStatus(404);
    }

    @Test
    void verifies_the_books() {
        assertThat(get("/ledger/verification")).hasStatusOk().bodyJson().satisfies(json -> {
            assertThat(json).extractingPath("$.unbalancedPostings").isEqualTo(0);
            assertThat(json).extractingPath("$.accounts").isNotNull();
        });
    }

    private String issue() throws Exception {
        var issued = issue(String.valueOf(given.customer()), code, given.venue().code());
        assertThat(issued).hasStatus(201);
        return JsonPath.read(issued.getResponse().getContentAsString(), "$.number");
    }

    private MvcTestResult issue(String customerId, String programme, String venue) {
        return send(
                HttpMethod.POST, "/cards", UUID.randomUUID().toString(), """
                {"customerId":"%s","programmeCode":"%s","venueCode":"%s","feeTender":{"type":"CASH"}}""".formatted(customerId, programme, venue));
    }

    private MvcTestResult topUp(String number, String key, long amount) {
        return send(HttpMethod.POST, "/cards/" + number + "/top-ups", key, """
                {"venueCode":"%s","amountMinor":%d,"tender":{"type":"CASH"}}""".formatted(
                        given.venue().code(), amount));
    }

    private MvcTestResult get(String path) {
        return web.get().uri("/api/v1" + path).with(Fixtures.as(client)).exchange();
    }

    private MvcTestResult send(HttpMethod method, String path, String key, String body) {
        var request = web.method(method)
                .uri("/api/v1" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(Fixtures.as(client));
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }

    private static void refused(MvcTestResult result, String code) {
        assertThat(result).hasStatus(422).bodyJson().extractingPath("$.code").isEqualTo(code);
    }
}
