package com.regulars.settlement;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.regulars.access.Actor;
import com.regulars.card.CardFixtures;
import com.regulars.card.CardSummary;
import com.regulars.card.Cards;
import com.regulars.coupon.CouponFixtures;
import com.regulars.coupon.CouponTerms;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.Venue;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Coupons on bills by the wire contract (R6.2): quoted, used once, given back. */
@RegularsTest
@Import({CardFixtures.class, CouponFixtures.class})
class CouponBillTests {

    private static final LocalDate PAST = LocalDate.of(2026, 1, 31);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CardFixtures cards;

    @Autowired
    CouponFixtures coupons;

    @Autowired
    Cards cardsOf;

    @Autowired
    JdbcClient jdbc;

    Actor client;
    Venue venue;
    CardSummary card;
    long guest;

    @BeforeEach
    void aGuestWithACard() {
        client = Fixtures.apiClient();
        venue = cards.otherVenue();
        card = cards.cardWith(1_000_000);
        guest = card.customerId();
    }

    /** Scenarios C1 and C40: 165 less 100; 10 off 20 and 30 is 4 and 6. */
    @Test
    void anAmountIsSharedOverTheLines() {
        String code = coupons.give(guest, coupons.amountOff(10_000, 16_500, false));
        MvcTestResult quoted = quote(List.of(code), "BALANCE", 16_500);
        assertThat(quoted).hasStatusOk();
        assertThat(number(quoted, "$.couponMinor")).isEqualTo(10_000);
        assertThat(number(quoted, "$.payableMinor")).isEqualTo(6_500);
        String ten = coupons.give(guest, coupons.amountOff(1_000, 0, false));
        MvcTestResult shared = quote(List.of(ten), "BALANCE", 2_000, 3_000);
        assertThat(number(shared, "$.lines[0].shares.coupon")).isEqualTo(400);
        assertThat(number(shared, "$.lines[1].shares.coupon")).isEqualTo(600);
    }

    /** Scenarios C4 and C16: the programme's discount first, then 10 %; more than the bill takes the bill. */
    @Test
    void aPercentageComesAfterTheDiscountAndIsCapped() {
        CardSummary fifth = cards.cardWith(10_000);
        guest = fifth.customerId();
        String tenth = coupons.give(guest, coupons.percentOff(10, null));
        MvcTestResult quoted = quoteWith(fifth, List.of(tenth), 10_000);
        assertThat(number(quoted, "$.discountMinor")).isEqualTo(2_000);
        assertThat(number(quoted, "$.couponMinor")).isEqualTo(800);
        assertThat(number(quoted, "$.payableMinor")).isEqualTo(7_200);
        String capped = coupons.give(guest, coupons.percentOff(50, 1_500L));
        assertThat(number(quoteWith(fifth, List.of(capped), 10_000), "$.couponMinor"))
                .isEqualTo(1_500);
        String large = coupons.give(guest, coupons.amountOff(29_000, 0, false));
        MvcTestResult all = quoteWith(fifth, List.of(tenth, large), 10_000);
        assertThat(number(all, "$.payableMinor")).isZero();
        assertThat(number(all, "$.couponMinor")).isEqualTo(8_000);
    }

    @Test
    void everyStepIsExplained() {
        String code = coupons.give(guest, coupons.percentOff(10, null));
        MvcTestResult quoted = quote(List.of(code), "BALANCE", 10_000);
        assertThat(JsonPath.<List<String>>read(body(quoted), "$.steps[?(@.rule=='COUPON')].text"))
                .singleElement()
                .asString()
                .contains("10%");
        assertThat(JsonPath.<List<Integer>>read(body(quoted), "$.steps[?(@.rule=='COUPON')].result"))
                .containsExactly(1_000);
    }

    @Test
    void isUsedOnceAndComesBackWithTheWholeRefund() {
        String code = coupons.give(guest, coupons.amountOff(3_000, 0, false));
        String key = newNumber();
        String bill = bill(List.of(code), 10_000, 7_000);
        MvcTestResult paid = settle(bill, key);
        assertThat(paid).hasStatus(201);
        assertThat(number(paid, "$.quote.couponMinor")).isEqualTo(3_000);
        assertThat(body(settle(bill, key))).isEqualTo(body(paid));
        assertThat(status(code)).isEqualTo("USED");
        assertRefused(settle(bill(List.of(code), 10_000, 7_000), newNumber()));
        assertRefused(quote(List.of(code), "OTHER", 10_000));

        refund(paid, "{\"amountMinor\":1000,\"reason\":\"一道菜凉了\"}");
        assertThat(status(code)).isEqualTo("USED");
        refund(paid, "{\"reason\":\"全退\"}");
        assertThat(status(code)).isEqualTo("ACTIVE");
        assertThat(settle(bill(List.of(code), 10_000, 7_000), newNumber())).hasStatus(201);
        assertThat(faults()).isZero();
    }

    /** Scenario C31: what comes back after its end has ended. */
    @Test
    void comesBackEndedWhenItsEndHasPassed() {
        String code = coupons.give(guest, coupons.amountOff(3_000, 0, false));
        MvcTestResult paid = settle(bill(List.of(code), 10_000, 7_000), newNumber());
        jdbc.sql("update coupon set valid_from = :past, valid_until = :past where code = :code")
                .param("past", PAST)
                .param("code", code)
                .update();
        refund(paid, "{\"reason\":\"全退\"}");
        assertThat(status(code)).isEqualTo("EXPIRED");
        assertRefused(quote(List.of(code), "OTHER", 10_000));
    }

    /** Scenarios C14 and C17: another guest's, unknown, ended, too small a bill; and a bill that fails leaves it unused. */
    @Test
    void refusesWhatTheRulesForbid() {
        String others = coupons.give(cards.cardWith(1_000).customerId(), coupons.amountOff(100, 0, false));
        assertRefused(quote(List.of(others), "OTHER", 10_000));
        assertRefused(quote(List.of("0000000000000000"), "OTHER", 10_000));
        assertRefused(quote(List.of(coupons.give(guest, coupons.amountOff(100, 0, false), PAST)), "OTHER", 10_000));
        String minimum = coupons.give(guest, coupons.amountOff(100, 10_000, false));
        assertRefused(quote(List.of(minimum), "OTHER", 9_999));
        String good = coupons.give(guest, coupons.amountOff(100, 0, false));
        assertRefused(quote(List.of(good, good), "OTHER", 10_000));
        String mine = coupons.give(guest, coupons.amountOff(100, 0, false));
        assertThat(settle(bill(List.of(mine), 10_000, 9_000), newNumber()))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("QUOTE_CHANGED");
        assertThat(status(mine)).isEqualTo("ACTIVE");
    }

    @Test
    void aloneAndOneOfAGroupMeanThat() {
        String alone = coupons.give(guest, coupons.kind(terms(true, null), null, null));
        String first = coupons.give(guest, coupons.kind(terms(false, "生日"), null, null));
        String second = coupons.give(guest, coupons.kind(terms(false, "生日"), null, null));
        String free = coupons.give(guest, coupons.amountOff(100, 0, false));
        assertThat(quote(List.of(alone), "OTHER", 10_000)).hasStatusOk();
        assertRefused(quote(List.of(alone, free), "OTHER", 10_000));
        assertRefused(quote(List.of(first, second), "OTHER", 10_000));
        assertThat(number(quote(List.of(first, free), "OTHER", 10_000), "$.couponMinor"))
                .isEqualTo(200);
    }

    @Test
    void aTransferableOneGoesWithTheBillToWhoUsesIt() {
        CardSummary friend = cards.cardWith(1_000);
        String code = coupons.give(friend.customerId(), coupons.amountOff(1_000, 0, true));
        assertThat(settle(bill(List.of(code), 10_000, 9_000), newNumber())).hasStatus(201);
        assertThat(jdbc.sql(
                                "select from_customer_id, to_customer_id from coupon_transfer t join coupon c on c.id = coupon_id"
                                        + " where code = :code")
                        .param("code", code)
                        .query()
                        .singleRow())
                .containsEntry("from_customer_id", friend.customerId())
                .containsEntry("to_customer_id", guest);
    }

    /** Case C16 of the faults: thirty bills at once, one coupon; exactly one gets it and the others keep their money. */
    @Test
    void thirtyBillsAtOnceUseItOnce() throws Exception {
        String code = coupons.give(guest, coupons.amountOff(3_000, 0, true));
        List<CardSummary> payers = IntStream.range(0, 30)
                .mapToObj(i -> cardsOf.get(cards.cardWith(10_000).id()))
                .toList();
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(payers.size())) {
            var running = payers.stream()
                    .map(payer -> threads.submit((Callable<Integer>) () -> {
                        start.await();
                        return settle(bill(payer, List.of(code), 10_000, 7_000), newNumber())
                                .getResponse()
                                .getStatus();
                    }))
                    .toList();
            start.countDown();
            int paid = 0;
            for (var one : running) {
                int status = one.get();
                assertThat(status).isIn(201, 422);
                paid += status == 201 ? 1 : 0;
            }
            assertThat(paid).isEqualTo(1);
        }
        assertThat(payers.stream().filter(payer -> cardsOf.get(payer.id()).balanceMinor() < payer.balanceMinor()))
                .hasSize(1);
        assertThat(faults()).isZero();
    }

    private static CouponTerms terms(boolean alone, String group) {
        return new CouponTerms(100L, null, null, 0, false, alone, group, Set.of(), null, null, Set.of());
    }

    private long faults() {
        return jdbc.sql("select count(*) from settlement_v_wrong_coupon")
                .query(Long.class)
                .single();
    }

    private String status(String code) {
        MvcTestResult shown =
                mvc.get().uri("/api/v1/coupons/{code}", code).with(as(client)).exchange();
        return JsonPath.read(body(shown), "$.status");
    }

    private MvcTestResult quote(List<String> codes, String payBy, long... prices) {
        return post("/api/v1/quotes", newNumber(), "{%s,\"payBy\":\"%s\"}".formatted(head(card, codes, prices), payBy));
    }

    private MvcTestResult quoteWith(CardSummary shown, List<String> codes, long... prices) {
        return post("/api/v1/quotes", newNumber(), "{%s,\"payBy\":\"OTHER\"}".formatted(head(shown, codes, prices)));
    }

    private String bill(List<String> codes, long price, long expected) {
        return bill(card, codes, price, expected);
    }

    private String bill(CardSummary shown, List<String> codes, long price, long expected) {
        return """
                {%s,"payBy":"BALANCE","billNumber":"%s","expectedPayableMinor":%d,
                 "tenders":[{"type":"STORED_VALUE","amountMinor":%3$d}]}
                """.formatted(head(shown, codes, price), newNumber(), expected);
    }

    private String head(CardSummary shown, List<String> codes, long... prices) {
        String lines = java.util.Arrays.stream(prices)
                .mapToObj(price -> "{\"name\":\"菜\",\"quantity\":1,\"unitPriceMinor\":%d}".formatted(price))
                .collect(java.util.stream.Collectors.joining(","));
        return "\"venueCode\":\"%s\",\"lines\":[%s],\"cardNumber\":\"%s\",\"couponCodes\":[\"%s\"]"
                .formatted(venue.code(), lines, shown.number(), String.join("\",\"", codes));
    }

    private static String newNumber() {
        return UUID.randomUUID().toString();
    }

    private MvcTestResult settle(String body, String key) {
        return post("/api/v1/settlements", key, body);
    }

    private void refund(MvcTestResult paid, String body) {
        String id = JsonPath.read(body(paid), "$.id");
        assertThat(post("/api/v1/settlements/" + id + "/refunds", newNumber(), body))
                .hasStatus(201);
    }

    private MvcTestResult post(String path, String key, String body) {
        return mvc.post()
                .uri(path)
                .with(as(client))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static void assertRefused(MvcTestResult result) {
        assertThat(result).hasStatus(422);
        assertThat(result).bodyJson().extractingPath("$.code").isEqualTo("COUPON_NOT_USABLE");
    }

    private static long number(MvcTestResult result, String path) {
        return JsonPath.<Number>read(body(result), path).longValue();
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
