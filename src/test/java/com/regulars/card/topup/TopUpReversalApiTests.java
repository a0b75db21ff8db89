package com.regulars.card.topup;

import static com.regulars.settlement.Tills.assertRefused;
import static com.regulars.settlement.Tills.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.access.Actor;
import com.regulars.access.Permission;
import com.regulars.card.CardFixtures;
import com.regulars.card.CardStatus;
import com.regulars.card.CardSummary;
import com.regulars.card.Cards;
import com.regulars.ledger.SpendOrder;
import com.regulars.ledger.check.LedgerVerification;
import com.regulars.settlement.Tills;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Top-ups that go back, by API (G1, S18): by the rule of the cause, once, and never more than was paid. */
@RegularsTest
@Import({CardFixtures.class, Tills.class})
class TopUpReversalApiTests {

    @Autowired
    CardFixtures given;

    @Autowired
    Tills till;

    @Autowired
    Cards cards;

    @Autowired
    LedgerVerification verification;

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void theBooksAddUp() {
        assertThat(CardFixtures.faults(CardFixtures.asManager(verification::verify)))
                .isEmpty();
    }

    /** The law's example times two: 1,000 with a bonus of 100, of which 480 are consumed. */
    @ParameterizedTest
    @CsvSource({
        "BUSINESS, PRINCIPAL_FIRST, 56364,    0, 5636",
        "CUSTOMER, PRINCIPAL_FIRST, 52000,    0, 10000",
        "BUSINESS, PROPORTIONAL,    56364,    0, 5636",
        "CUSTOMER, PROPORTIONAL,    52000, 4364, 5636",
        "BUSINESS, BONUS_FIRST,     62000,    0, 0",
        "CUSTOMER, BONUS_FIRST,     52000, 10000, 0"
    })
    void pays_out_by_cause_and_empties_the_lot(
            RefundCause cause, SpendOrder order, long refund, long kept, long cancelled) {
        CardSummary card = given.card(given.combined(order, null));
        String topUp = given.topUp(card, 100_000).id();
        till.settled(fromBalance(card.number(), 48_000));
        MvcTestResult refunded = refund(topUp, cause, "CASH");
        assertThat(refunded).hasStatus(201);
        assertThat(number(refunded, "$.refundMinor")).isEqualTo(refund);
        assertThat(number(refunded, "$.principalKeptMinor")).isEqualTo(kept);
        assertThat(number(refunded, "$.bonusCancelledMinor")).isEqualTo(cancelled);
        assertThat(number(refunded, "$.balanceBeforeMinor")).isEqualTo(62_000);
        assertThat(number(refunded, "$.balanceAfterMinor")).isZero();
        assertThat(Tills.<String>read(refunded, "$.receiptNumber")).contains("-api-");
        assertThat(cards.get(card.id()).balanceMinor()).isZero();
        assertThat(cards.get(card.id()).status()).isEqualTo(CardStatus.ACTIVE);
        assertRefused(refund(topUp, cause, "CASH"), "REFUND_TOO_LARGE");
        assertRefused(takeBack(topUp), "TOP_UP_USED");
    }

    @Test
    void leaves_other_top_ups_of_the_card_alone() {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        String first = given.topUp(card, 100_000).id();
        String second = given.topUp(card, 1_000_000).id();
        assertThat(number(refund(second, RefundCause.CUSTOMER, "WECHAT"), "$.refundMinor"))
                .isEqualTo(1_000_000);
        assertThat(cards.get(card.id()).balanceMinor()).isEqualTo(110_000);
        assertThat(number(refund(first, RefundCause.CUSTOMER, "WECHAT"), "$.refundMinor"))
                .isEqualTo(100_000);
    }

    /** A bill refunded to the card after its top-up was paid out: the rest is paid out, never more than was paid in. */
    @Test
    void what_comes_back_later_is_paid_out_later_and_never_too_much() {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        String topUp = given.topUp(card, 100_000).id();
        String bill = till.settled(fromBalance(card.number(), 48_000));
        long first = number(refund(topUp, RefundCause.BUSINESS, "CASH"), "$.refundMinor");
        assertThat(till.refund(bill, "{\"reason\":\"退\"}")).hasStatus(201);
        assertThat(cards.get(card.id()).balanceMinor()).isEqualTo(48_000);
        MvcTestResult rest = refund(topUp, RefundCause.BUSINESS, "CASH");
        assertThat(first + number(rest, "$.refundMinor")).isEqualTo(100_000);
        assertThat(cards.get(card.id()).balanceMinor()).isZero();
    }

    @Test
    void follows_the_value_to_the_card_that_holds_it_now() {
        CardSummary card = given.card(given.combined(SpendOrder.PROPORTIONAL, null));
        String topUp = given.topUp(card, 100_000).id();
        till.settled(fromBalance(card.number(), 24_000));
        String successor = Tills.read(
                till.post(
                        "/cards/" + card.number() + "/replacements",
                        "{\"venueCode\":\"" + given.venue().code() + "\"}"),
                "$.number");
        till.settled(fromBalance(successor, 24_000));
        assertThat(till.post("/cards/" + successor + "/loss-reports", "{}")).hasStatusOk();
        MvcTestResult refunded = refund(topUp, RefundCause.CUSTOMER, "CASH");
        assertThat(number(refunded, "$.refundMinor")).isEqualTo(52_000);
        assertThat(number(refunded, "$.balanceBeforeMinor")).isEqualTo(62_000);
        assertThat(cards.get(successor).balanceMinor()).isZero();
    }

    @Test
    void takes_back_a_top_up_that_nobody_touched() {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        MvcTestResult mistake = till.post("/cards/" + card.number() + "/top-ups", """
                {"venueCode":"%s","amountMinor":1000000,"tender":{"type":"WECHAT"}}
                """.formatted(
                        given.venue().code()));
        String topUp = Tills.read(mistake, "$.id");
        MvcTestResult voided = takeBack(topUp);
        assertThat(voided).hasStatus(201);
        assertThat(number(voided, "$.refundMinor")).isEqualTo(1_000_000);
        assertThat(number(voided, "$.bonusCancelledMinor")).isEqualTo(200_000);
        assertThat(number(voided, "$.balanceAfterMinor")).isZero();
        assertThat(jdbc.sql("select tender from card_top_up_reversal where top_up_id = :id")
                        .param("id", Long.valueOf(topUp))
                        .query(String.class)
                        .single())
                .isEqualTo("WECHAT");
        assertRefused(takeBack(topUp), "TOP_UP_USED");
        assertRefused(refund(topUp, RefundCause.BUSINESS, "CASH"), "REFUND_TOO_LARGE");
    }

    @Test
    void takes_back_neither_what_was_used_nor_what_belongs_to_a_shift_that_is_over() {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        String used = given.topUp(card, 100_000).id();
        String bill = till.settled(fromBalance(card.number(), 100));
        assertRefused(takeBack(used), "TOP_UP_USED");
        till.refund(bill, "{\"reason\":\"退\"}");
        String late = given.topUp(card, 100_000).id();
        close(late);
        assertRefused(takeBack(late), "SHIFT_CLOSED");
        assertThat(cards.get(card.id()).balanceMinor()).isEqualTo(220_000);
        assertThat(refund(late, RefundCause.CUSTOMER, "CASH")).hasStatus(201);
    }

    private void close(String topUp) {
        long shift = jdbc.sql("select shift_id from card_top_up where id = :id")
                .param("id", Long.valueOf(topUp))
                .query(Long.class)
                .single();
        assertThat(till.post("/shifts/" + shift + "/close", "{\"countedCashMinor\":0}"))
                .hasStatusOk();
    }

    @Test
    void the_same_key_gets_the_same_answer_and_another_body_none() {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        String topUp = given.topUp(card, 100_000).id();
        String key = UUID.randomUUID().toString();
        String path = "/top-ups/" + topUp + "/refunds";
        MvcTestResult first = till.post(path, body(RefundCause.CUSTOMER, "CASH"), key);
        MvcTestResult again = till.post(path, body(RefundCause.CUSTOMER, "CASH"), key);
        assertThat(again).hasStatus(201).headers().hasValue("Idempotency-Replayed", "true");
        assertThat(again.getResponse().getContentAsByteArray())
                .isEqualTo(first.getResponse().getContentAsByteArray());
        assertRefused(till.post(path, body(RefundCause.BUSINESS, "CASH"), key), "IDEMPOTENCY_KEY_REUSED");
        assertRefused(till.post("/top-ups/" + topUp + "/voids", "{}", key), "IDEMPOTENCY_KEY_REUSED");
        assertThat(till.withoutKey(path, body(RefundCause.CUSTOMER, "CASH"))).hasStatus(400);
        assertThat(till.withoutKey("/top-ups/" + topUp + "/voids", "{}")).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"cause\":\"BUSINESS\"}",
                "{\"tender\":{\"type\":\"CASH\"}}",
                "{\"cause\":\"WEATHER\",\"tender\":{\"type\":\"CASH\"}}",
                "{\"cause\":\"BUSINESS\",\"tender\":{\"type\":\"SHELLS\"}}",
                "{\"cause\":\"BUSINESS\",\"tender\":{\"type\":\"CASH\"},\"amountMinor\":5}"
            })
    void refuses_what_it_cannot_read(String body) {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        String topUp = given.topUp(card, 100_000).id();
        assertThat(till.post("/top-ups/" + topUp + "/refunds", body)).hasStatus(400);
        assertThat(cards.get(card.id()).balanceMinor()).isEqualTo(110_000);
    }

    @Test
    void pays_out_neither_as_stored_value_nor_on_account() {
        String topUp = given.topUp(given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null)), 100_000)
                .id();
        assertRefused(refund(topUp, RefundCause.BUSINESS, "STORED_VALUE"), "STORED_VALUE_CANNOT_BUY_STORED_VALUE");
        assertRefused(refund(topUp, RefundCause.BUSINESS, "ON_ACCOUNT"), "ON_ACCOUNT_NOT_POSSIBLE");
    }

    @Test
    void unknown_top_ups_and_those_of_another_venue_are_not_found() {
        String topUp = given.topUp(given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null)), 100_000)
                .id();
        assertThat(refund("999999999", RefundCause.BUSINESS, "CASH")).hasStatus(404);
        assertThat(refund("x", RefundCause.BUSINESS, "CASH")).hasStatus(404);
        assertThat(takeBack("999999999")).hasStatus(404);
        var elsewhere = new Actor(
                Actor.Kind.API_CLIENT,
                77,
                "elsewhere",
                EnumSet.allOf(Permission.class),
                Set.of(given.otherVenue().id()));
        assertThat(web.post()
                        .uri("/api/v1/top-ups/" + topUp + "/refunds")
                        .with(Fixtures.as(elsewhere))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body(RefundCause.BUSINESS, "CASH")))
                .hasStatus(404);
    }

    /** C18 for top-ups: many refunds and voids at once, among bills; the card pays each fen out once. */
    @Test
    void many_at_once_pay_out_once() throws Exception {
        CardSummary card = given.card(given.combined(SpendOrder.PROPORTIONAL, null));
        String topUp = given.topUp(card, 100_000).id();
        Stream<Callable<MvcTestResult>> work = IntStream.range(0, 24).mapToObj(i -> switch (i % 4) {
            case 0 -> () -> refund(topUp, RefundCause.CUSTOMER, "CASH");
            case 1 -> () -> takeBack(topUp);
            default -> () -> till.settle(fromBalance(card.number(), 1_000));
        });
        List<MvcTestResult> answers = atOnce(work);
        long settled = 0;
        long reversed = 0;
        for (int i = 0; i < answers.size(); i++) {
            MvcTestResult answer = answers.get(i);
            boolean done = answer.getResponse().getStatus() == 201;
            if (!done) {
                assertThat(answer).hasStatus(422);
            }
            settled += done && i % 4 > 1 ? 1 : 0;
            reversed += done && i % 4 < 2 ? 1 : 0;
        }
        assertThat(reversed).isEqualTo(1);
        assertThat(cards.get(card.id()).balanceMinor()).isZero();
        assertThat(jdbc.sql("""
                        select principal_minor + bonus_minor from card_top_up_reversal where top_up_id = :id
                        """)
                        .param("id", Long.valueOf(topUp))
                        .query(Long.class)
                        .single())
                .isEqualTo(110_000 - settled * 1_000);
    }

    private static List<MvcTestResult> atOnce(Stream<Callable<MvcTestResult>> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<MvcTestResult>> futures = work.map(threads::submit).toList();
            List<MvcTestResult> answers = new ArrayList<>();
            for (Future<MvcTestResult> future : futures) {
                answers.add(future.get());
            }
            return answers;
        }
    }

    private MvcTestResult refund(String topUp, RefundCause cause, String tender) {
        return till.post("/top-ups/" + topUp + "/refunds", body(cause, tender));
    }

    private MvcTestResult takeBack(String topUp) {
        return till.post("/top-ups/" + topUp + "/voids", "{}");
    }

    private static String body(RefundCause cause, String tender) {
        return "{\"cause\":\"%s\",\"tender\":{\"type\":\"%s\"}}".formatted(cause, tender);
    }

    private String fromBalance(String number, long amount) {
        return Tills.bill(given.venue().code(), amount, """
                "cardNumber":"%s","expectedPayableMinor":%d,"tenders":[{"type":"STORED_VALUE","amountMinor":%d}]
                """.formatted(number, amount, amount));
    }
}
