package com.regulars.ledger.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.card.CardFixtures;
import com.regulars.card.CardSummary;
import com.regulars.coupon.CouponFixtures;
import com.regulars.ledger.SpendOrder;
import com.regulars.testing.RegularsTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** While tills top up, settle and refund, the books are sealed and verified again and again: nothing is ever wrong. */
@RegularsTest
@Import({CardFixtures.class, BooksOfAShop.class, CouponFixtures.class})
@TestPropertySource(properties = "regulars.test.database=busy_tills")
class VerificationAtBusyTillsTests {

    private static final int TILLS = 4;
    private static final int ROUNDS = 12;

    @Autowired
    CardFixtures given;

    @Autowired
    BooksOfAShop shop;

    @Autowired
    LedgerVerification verification;

    @Autowired
    JdbcClient jdbc;

    @Test
    void raises_no_false_alarm() throws Exception {
        List<CardSummary> cards = List.of(
                given.card(given.combined(SpendOrder.PROPORTIONAL, null)),
                given.card(given.combined(SpendOrder.BONUS_FIRST, null)));
        cards.forEach(card -> given.topUp(card, 500_000));
        try (ExecutorService tills = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int till = 0; till < TILLS; till++) {
                int number = till;
                running.add(tills.submit(() -> {
                    work(cards.get(number % cards.size()));
                    return null;
                }));
            }
            int times = 0;
            while (running.stream().anyMatch(till -> !till.isDone())) {
                requireSound();
                times++;
            }
            for (Future<?> till : running) {
                till.get();
            }
            assertThat(times).as("verified while tills ran").isPositive();
        }
        requireSound();
        assertThat(jdbc.sql("select count(*) from ledger_posting p"
                                + " where not exists (select from ledger_sealed s where s.posting_id = p.id)")
                        .query(Long.class)
                        .single())
                .as("not sealed in the end")
                .isZero();
    }

    private void requireSound() {
        var past = CardFixtures.asManager(verification::verifyAndPark);
        assertThat(past.result().findings()).isEmpty();
        assertThat(past.result().ok()).isTrue();
        assertThat(past.accountsParked()).isZero();
    }

    private void work(CardSummary card) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            given.topUp(card, 10_000);
            long bill = shop.settle(card, "BALANCE", 0, 3_000, "STORED_VALUE", 3_000);
            shop.settle(card, "OTHER", 0, 2_400, "CASH", 2_400);
            shop.refund(bill, round % 2 == 0 ? "" : "\"amountMinor\":700,");
        }
    }
}
