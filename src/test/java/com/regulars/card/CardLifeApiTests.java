package com.regulars.card;

import static com.regulars.settlement.Tills.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.regulars.ledger.SpendOrder;
import com.regulars.ledger.check.LedgerVerification;
import com.regulars.settlement.Tills;
import com.regulars.testing.RegularsTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What ends a card, by API: nothing on it is lost or doubled, whatever happens at the same moment. */
@RegularsTest
@Import({CardFixtures.class, Tills.class})
class CardLifeApiTests {

    @Autowired
    CardFixtures given;

    @Autowired
    Tills till;

    @Autowired
    Cards cards;

    @Autowired
    LedgerVerification verification;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void theBooksAddUp() {
        assertThat(CardFixtures.faults(CardFixtures.asManager(verification::verify)))
                .isEmpty();
    }

    @Test
    void a_lost_card_stops_at_once_and_stays_stopped() throws Exception {
        CardSummary card = given.cardWith(100_000);
        MvcTestResult lost = till.post("/cards/" + card.number() + "/loss-reports", "{}");
        assertThat(lost).hasStatusOk();
        assertThat(Tills.<String>read(lost, "$.status")).isEqualTo("LOST");
        assertThat(till.post("/cards/" + card.number() + "/loss-reports", "{}")).hasStatusOk();

        assertRefused(till.settle(fromBalance(card.number(), 100)), "CARD_NOT_ACTIVE");
        assertRefused(topUp(card.number()), "CARD_NOT_ACTIVE");
        assertRefused(till.post("/cards/" + card.number() + "/freezes", "{}"), "CARD_NOT_ACTIVE");
        assertRefused(till.post("/cards/" + card.number() + "/unfreezes", "{}"), "CARD_NOT_ACTIVE");
        assertThat(cards.get(card.id()).balanceMinor()).isEqualTo(110_000);
    }

    @Test
    void everything_on_a_card_goes_on_with_the_one_in_its_place() throws Exception {
        CardSummary card = given.card(given.combined(SpendOrder.PROPORTIONAL, 1_000L), "246810");
        given.topUp(card, 100_000);
        given.topUp(card, 1_000_000);
        till.settled(withPin(card.number(), 11_000, "246810"));
        List<String> lots = lots(card.number());
        CardSummary before = cards.get(card.id());
        till.post("/cards/" + card.number() + "/loss-reports", "{}");

        MvcTestResult answer = replace(card.number(), UUID.randomUUID().toString());

        assertThat(answer).hasStatus(201);
        String number = Tills.read(answer, "$.number");
        CardSummary successor = cards.get(number);
        assertThat(successor.principalMinor()).isEqualTo(before.principalMinor());
        assertThat(successor.bonusMinor()).isEqualTo(before.bonusMinor());
        assertThat(successor.points()).isEqualTo(before.points()).isPositive();
        assertThat(successor.memberPriceUntil()).isEqualTo(before.memberPriceUntil());
        assertThat(successor.customerId()).isEqualTo(before.customerId());
        assertThat(successor.status()).isEqualTo(CardStatus.ACTIVE);
        assertThat(Tills.<Integer>read(answer, "$.principalMinor")).isEqualTo((int) before.principalMinor());
        assertThat(lots(number)).isEqualTo(lots);

        MvcTestResult old = till.get("/cards/" + card.number());
        assertThat(Tills.<String>read(old, "$.status")).isEqualTo("REPLACED");
        assertThat(Tills.<String>read(old, "$.replacedBy")).isEqualTo(number);
        assertThat(Tills.<Integer>read(old, "$.principalMinor")).isZero();
        assertThat(Tills.<Integer>read(old, "$.points")).isZero();

        assertRefused(till.settle(withPin(number, 5_000, "000000")), "PIN_WRONG");
        assertThat(till.settle(withPin(number, 5_000, "246810"))).hasStatus(201);
        assertRefused(till.settle(withPin(card.number(), 5_000, "246810")), "CARD_NOT_ACTIVE");
    }

    @Test
    void a_locked_pin_stays_locked_until_a_new_one_is_set() throws Exception {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, 0L), "246810");
        given.topUp(card, 100_000);
        for (int i = 0; i < 5; i++) {
            assertRefused(till.settle(withPin(card.number(), 100, "000000")), "PIN_WRONG");
        }
        String second = replaced(card.number());
        String third = replaced(second);
        assertRefused(till.settle(withPin(third, 100, "246810")), "PIN_LOCKED");
        CardFixtures.asManager(() -> {
            jdbc.sql("update card_pin set failures = 0 where card_id = :card")
                    .param("card", cards.get(third).id())
                    .update();
            return null;
        });
        assertThat(till.settle(withPin(third, 100, "246810"))).hasStatus(201);
    }

    @Test
    void the_same_key_gets_the_same_answer_and_another_body_none() throws Exception {
        CardSummary card = given.cardWith(100_000);
        String key = UUID.randomUUID().toString();
        MvcTestResult first = replace(card.number(), key);
        MvcTestResult again = replace(card.number(), key);
        assertThat(again).hasStatus(201).headers().hasValue("Idempotency-Replayed", "true");
        assertThat(again.getResponse().getContentAsByteArray())
                .isEqualTo(first.getResponse().getContentAsByteArray());
        assertRefused(
                till.post(
                        "/cards/" + card.number() + "/replacements",
                        "{\"venueCode\":\"" + given.otherVenue().code() + "\"}",
                        key),
                "IDEMPOTENCY_KEY_REUSED");
        assertThat(cards.ofCustomer(card.customerId())).hasSize(2);
    }

    @Test
    void a_card_is_replaced_once_with_or_without_a_key() throws Exception {
        CardSummary card = given.cardWith(100_000);
        assertThat(replace(card.number(), null)).hasStatus(201);
        assertRefused(replace(card.number(), null), "CARD_NOT_ACTIVE");
        assertRefused(replace(card.number(), UUID.randomUUID().toString()), "CARD_NOT_ACTIVE");
        assertRefused(till.post("/cards/" + card.number() + "/loss-reports", "{}"), "CARD_NOT_ACTIVE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"venueCode\":null}", "{\"venueCode\":1}", "{\"venueCode\":\"main\",\"fee\":1}", ""})
    void a_replacement_says_where_and_nothing_else(String body) {
        CardSummary card = given.cardWith(100_000);
        assertThat(till.post("/cards/" + card.number() + "/replacements", body)).hasStatus(400);
        assertThat(cards.get(card.id()).status()).isEqualTo(CardStatus.ACTIVE);
    }

    @Test
    void unknown_cards_and_venues_are_not_found() {
        CardSummary card = given.cardWith(100_000);
        assertThat(till.post("/cards/6028000000000000/loss-reports", "{}")).hasStatus(404);
        assertThat(replace("6028000000000000", null)).hasStatus(404);
        assertThat(till.post("/cards/" + card.number() + "/replacements", "{\"venueCode\":\"nowhere\"}"))
                .hasStatus(404);
    }

    @Test
    void an_empty_card_is_replaced_without_a_posting() throws Exception {
        CardSummary card = given.card(given.memberPrice(30_000));
        CardSummary successor = cards.get(replaced(card.number()));
        assertThat(successor.memberPriceUntil()).isEqualTo(card.memberPriceUntil());
    }

    @Test
    void a_refund_finds_the_card_two_replacements_later_part_by_part() throws Exception {
        CardSummary card = given.card(given.combined(SpendOrder.PROPORTIONAL, null));
        given.topUp(card, 100_000);
        String bill = till.settled(fromBalance(card.number(), 1_001));
        CardSummary paid = cards.get(card.id());
        String second = replaced(card.number());
        assertThat(till.refund(bill, "{\"amountMinor\":334,\"reason\":\"退\"}")).hasStatus(201);
        assertThat(cards.get(second).balanceMinor()).isEqualTo(paid.balanceMinor() + 334);
        String third = replaced(second);
        MvcTestResult rest = till.refund(bill, "{\"reason\":\"退\"}");
        assertThat(rest).hasStatus(201);
        assertThat(Tills.<Integer>read(rest, "$.tenders[0].amountMinor")).isEqualTo(667);
        assertRefused(till.refund(bill, "{\"amountMinor\":1,\"reason\":\"退\"}"), "REFUND_TOO_LARGE");

        CardSummary now = cards.get(third);
        assertThat(now.principalMinor()).isEqualTo(100_000);
        assertThat(now.bonusMinor()).isEqualTo(10_000);
        assertThat(now.points()).isZero();
        assertThat(cards.get(card.id()).balanceMinor() + cards.get(second).balanceMinor())
                .isZero();
    }

    @Test
    void two_who_replace_a_card_at_once_make_one_new_card() throws Exception {
        CardSummary card = given.cardWith(100_000);
        List<MvcTestResult> answers =
                atOnce(IntStream.range(0, 12).mapToObj(i -> () -> replace(card.number(), i % 2 == 0 ? null : "k" + i)));
        assertThat(answers.stream().filter(answer -> answer.getResponse().getStatus() == 201))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.getResponse().getStatus() == 422))
                .hasSize(11);
        assertThat(cards.ofCustomer(card.customerId()))
                .hasSize(2)
                .last()
                .satisfies(successor -> assertThat(successor.balanceMinor()).isEqualTo(110_000));
    }

    /** C04 and more: bills and refunds of a card while it is lost and replaced; what was paid is off, nothing else. */
    @Test
    void nothing_is_lost_when_a_card_is_lost_and_replaced_among_its_bills_and_refunds() throws Exception {
        CardSummary card = given.card(given.combined(SpendOrder.PROPORTIONAL, null));
        given.topUp(card, 100_000);
        List<String> bills = Stream.generate(() -> till.settled(fromBalance(card.number(), 1_000)))
                .limit(6)
                .toList();
        Stream<Callable<MvcTestResult>> work = Stream.of(
                        IntStream.range(0, 12)
                                .<Callable<MvcTestResult>>mapToObj(
                                        i -> () -> till.settle(fromBalance(card.number(), 1_000))),
                        bills.stream().<Callable<MvcTestResult>>map(bill -> () -> refundUntilTold(bill)),
                        Stream.<Callable<MvcTestResult>>of(
                                () -> till.post("/cards/" + card.number() + "/loss-reports", "{}"),
                                () -> replace(card.number(), null)))
                .flatMap(parts -> parts);
        List<MvcTestResult> answers = atOnce(work);

        long settled = answers.subList(0, 12).stream()
                .filter(answer -> answer.getResponse().getStatus() == 201)
                .count();
        answers.subList(0, 12).stream()
                .filter(answer -> answer.getResponse().getStatus() != 201)
                .forEach(answer -> assertRefused(answer, "CARD_NOT_ACTIVE"));
        assertThat(answers.subList(12, 18))
                .allSatisfy(answer -> assertThat(answer).hasStatus(201));
        assertThat(answers.getLast()).hasStatus(201);
        CardSummary now = cards.get(Tills.<String>read(answers.getLast(), "$.number"));
        assertThat(now.balanceMinor()).isEqualTo(110_000 - settled * 1_000);
        assertThat(cards.get(card.id()).balanceMinor()).isZero();
        assertThat(now.points()).isEqualTo(settled * 10);
    }

    /** A card that is busy says so and is asked again, as a till does. */
    private MvcTestResult refundUntilTold(String bill) {
        String key = UUID.randomUUID().toString();
        MvcTestResult answer;
        do {
            answer = till.post("/settlements/" + bill + "/refunds", "{\"reason\":\"退\"}", key);
        } while (answer.getResponse().getStatus() == 503);
        return answer;
    }

    private static List<MvcTestResult> atOnce(Stream<Callable<MvcTestResult>> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<MvcTestResult>> futures = work.map(threads::submit).toList();
            List<MvcTestResult> answers = new java.util.ArrayList<>();
            for (Future<MvcTestResult> future : futures) {
                answers.add(future.get());
            }
            return answers;
        }
    }

    private List<String> lots(String number) {
        return jdbc.sql("""
                        select a.kind || ' ' || l.amount_left || ' ' || l.bonus_left || ' ' || l.usable_from || ' '
                               || coalesce(l.expires_on::text, 'never')
                               || case a.kind when 'PRINCIPAL' then ' ' || l.rule else '' end
                          from ledger_lot l join ledger_account a on a.id = l.account_id
                          join card c on c.id = a.holder_id where c.number = :number order by a.kind, l.id
                        """).param("number", number).query(String.class).list();
    }

    private String replaced(String number) throws Exception {
        return JsonPath.read(
                replace(number, UUID.randomUUID().toString()).getResponse().getContentAsString(), "$.number");
    }

    private MvcTestResult replace(String number, String key) {
        String body = "{\"venueCode\":\"" + given.venue().code() + "\"}";
        return key == null
                ? till.withoutKey("/cards/" + number + "/replacements", body)
                : till.post("/cards/" + number + "/replacements", body, key);
    }

    private MvcTestResult topUp(String number) {
        return till.post(
                "/cards/" + number + "/top-ups", """
                {"venueCode":"%s","amountMinor":1000,"tender":{"type":"CASH"}}
                """.formatted(given.venue().code()));
    }

    private String fromBalance(String number, long amount) {
        return Tills.bill(given.venue().code(), amount, """
                "cardNumber":"%s","expectedPayableMinor":%d,"tenders":[{"type":"STORED_VALUE","amountMinor":%d}]
                """.formatted(number, amount, amount));
    }

    private String withPin(String number, long amount, String pin) {
        return Tills.bill(given.venue().code(), amount, """
                "cardNumber":"%s","expectedPayableMinor":%d,"tenders":[{"type":"STORED_VALUE","amountMinor":%d,"pin":"%s"}]
                """.formatted(number, amount, amount, pin));
    }
}
