package com.regulars.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.card.CardFixtures;
import com.regulars.card.CardPins;
import com.regulars.card.CardSummary;
import com.regulars.card.Cards;
import com.regulars.ledger.SpendOrder;
import com.regulars.ledger.TenderType;
import com.regulars.request.IdempotencyKey;
import com.regulars.request.Reply;
import com.regulars.settlement.quote.BillLine;
import com.regulars.settlement.quote.PayBy;
import com.regulars.settlement.quote.QuoteBill;
import com.regulars.settlement.refund.BillRefunds;
import com.regulars.settlement.refund.RefundBill;
import com.regulars.settlement.settle.BillSettlement;
import com.regulars.settlement.settle.BillTender;
import com.regulars.settlement.settle.SettleBill;
import com.regulars.shared.RefusedException;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegularsTest
@Import(CardFixtures.class)
class SettlementConcurrencyTests {

    @Autowired
    BillSettlement settlement;

    @Autowired
    BillRefunds refunds;

    @Autowired
    CardFixtures cards;

    @Autowired
    Cards cardsOf;

    @Autowired
    CardPins pins;

    @Autowired
    JdbcClient jdbc;

    final Actor client = Fixtures.apiClient();

    @Test
    void hundredThreadsSettlingTenOnACardOfHundredSucceedExactlyTenTimes() throws Exception {
        CardSummary card = cards.cardWith(10_000);
        List<String> outcomes = atOnce(100, i -> {
            settle(bill(card, "c-" + UUID.randomUUID()), UUID.randomUUID().toString());
            return "paid";
        });
        assertThat(outcomes).filteredOn("paid"::equals).hasSize(10);
        assertThat(outcomes).filteredOn("INSUFFICIENT_BALANCE"::equals).hasSize(90);
        assertThat(cardsOf.get(card.id()).balanceMinor()).isZero();
        assertThat(receiptNumbers(card)).hasSize(10).doesNotHaveDuplicates();
        assertThat(entriesEqualBalance(card)).isTrue();
    }

    @Test
    void twoHundredRequestsWithOneKeyMakeOneSettlement() throws Exception {
        CardSummary card = cards.cardWith(100_000);
        SettleBill bill = bill(card, "k-" + UUID.randomUUID());
        String key = UUID.randomUUID().toString();
        List<String> outcomes = atOnce(200, i -> settle(bill, key).reference());
        assertThat(outcomes.stream()
                        .filter(each -> !each.equals("REQUEST_IN_PROGRESS"))
                        .distinct())
                .hasSize(1);
        assertThat(receiptNumbers(card)).hasSize(1);
        assertThat(cardsOf.get(card.id()).balanceMinor()).isEqualTo(109_000);
    }

    @Test
    void oneBillNumberUnderManyKeysIsSettledOnce() throws Exception {
        CardSummary card = cards.cardWith(100_000);
        SettleBill bill = bill(card, "b-" + UUID.randomUUID());
        List<String> outcomes = atOnce(40, i -> {
            settle(bill, UUID.randomUUID().toString());
            return "paid";
        });
        assertThat(outcomes).filteredOn("paid"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("BILL_ALREADY_SETTLED"::equals).hasSize(39);
        assertThat(cardsOf.get(card.id()).balanceMinor()).isEqualTo(109_000);
    }

    @Test
    void refundsOfOneBillNeverGiveBackMoreThanWasPaid() throws Exception {
        CardSummary card = cards.cardWith(100_000);
        long paid = Long.parseLong(
                settle(bill(card, "r-" + UUID.randomUUID()), UUID.randomUUID().toString())
                        .reference());
        List<String> outcomes = atOnce(30, i -> {
            CurrentActor.as(
                    client,
                    () -> refunds.refund(
                            new RefundBill(paid, 300L, List.of(), "退", null),
                            new IdempotencyKey(UUID.randomUUID().toString()),
                            refund -> "refunded"));
            return "refunded";
        });
        assertThat(outcomes).filteredOn("refunded"::equals).hasSize(3);
        assertThat(cardsOf.get(card.id()).balanceMinor()).isEqualTo(109_900);
        assertThat(entriesEqualBalance(card)).isTrue();
    }

    /**
     * Couples who pay with both cards, each till naming them in its own order, while somebody keeps changing the PINs: all
     * lock the cards and then the PINs in one order, so none is ever told to give way.
     */
    @Test
    void twoCardsWithPinsInOppositeOrdersNeverWaitForEachOther() throws Exception {
        var programme = cards.combined(SpendOrder.PRINCIPAL_FIRST, 0L);
        CardSummary first = cards.card(programme, "246813");
        CardSummary second = cards.card(programme, "246813");
        cards.topUp(first, 100_000);
        cards.topUp(second, 100_000);
        long deadlocks = deadlocks();
        List<String> outcomes = atOnce(60, i -> {
            if (i % 6 == 5) {
                CurrentActor.as(client, () -> {
                    pins.change(i % 12 == 5 ? first.id() : second.id(), "246813");
                    return i;
                });
                return "changed";
            }
            settle(
                    i % 2 == 0 ? together(first, second) : together(second, first),
                    UUID.randomUUID().toString());
            return "paid";
        });
        assertThat(outcomes).filteredOn("paid"::equals).hasSize(50);
        assertThat(outcomes).filteredOn("changed"::equals).hasSize(10);
        assertThat(cardsOf.get(first.id()).balanceMinor()).isEqualTo(110_000 - 50 * 500);
        assertThat(deadlocks()).isEqualTo(deadlocks);
    }

    private SettleBill together(CardSummary shown, CardSummary other) {
        var quote = new QuoteBill(
                cards.venue().code(),
                List.of(new BillLine(null, "菜", 1, 1_000, null, true)),
                shown.number(),
                null,
                PayBy.BALANCE,
                0,
                List.of(),
                0);
        return new SettleBill(
                quote,
                UUID.randomUUID().toString(),
                1_000,
                List.of(
                        new BillTender(TenderType.STORED_VALUE, 500, null, "246813"),
                        new BillTender(TenderType.STORED_VALUE, 500, other.number(), "246813")),
                List.of(),
                null);
    }

    private long deadlocks() {
        return jdbc.sql("select deadlocks from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }

    private Reply settle(SettleBill bill, String key) {
        return CurrentActor.as(client, () -> settlement.settle(bill, new IdempotencyKey(key)));
    }

    private SettleBill bill(CardSummary card, String number) {
        var quote = new QuoteBill(
                cards.venue().code(),
                List.of(new BillLine(null, "菜", 1, 1_000, null, true)),
                card.number(),
                null,
                PayBy.BALANCE,
                0,
                List.of(),
                0);
        return new SettleBill(
                quote, number, 1_000, List.of(BillTender.of(TenderType.STORED_VALUE, 1_000)), List.of(), null);
    }

    private List<String> receiptNumbers(CardSummary card) {
        return jdbc.sql("select receipt_number from settlement where card_id = :card")
                .param("card", card.id())
                .query(String.class)
                .list();
    }

    private boolean entriesEqualBalance(CardSummary card) {
        return jdbc.sql("""
                        select coalesce(bool_and(a.balance = (select coalesce(sum(e.amount), 0) from ledger_entry e
                                                               where e.account_id = a.id)), false)
                          from ledger_account a where a.holder_id = :card
                        """).param("card", card.id()).query(Boolean.class).single();
    }

    /** Starts everything at one signal; a refusal's code is an outcome too. */
    private static List<String> atOnce(int times, IntFunction<String> work) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        try {
                            return work.apply(i);
                        } catch (RefusedException refused) {
                            return refused.getCode();
                        }
                    }))
                    .toList();
            start.countDown();
            var outcomes = new java.util.ArrayList<String>();
            for (var each : running) {
                outcomes.add(each.get());
            }
            return outcomes;
        }
    }
}
