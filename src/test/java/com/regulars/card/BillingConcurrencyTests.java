package com.regulars.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.ledger.SpendOrder;
import com.regulars.ledger.check.LedgerVerification;
import com.regulars.request.Done;
import com.regulars.request.IdempotencyKey;
import com.regulars.request.IdempotentRequests;
import com.regulars.request.Reply;
import com.regulars.shared.RefusedException;
import com.regulars.testing.RegularsTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@RegularsTest
@Import(CardFixtures.class)
class BillingConcurrencyTests {

    @Autowired
    CardFixtures given;

    @Autowired
    Cards cards;

    @Autowired
    CardBilling billing;

    @Autowired
    CardFreezing freezing;

    @Autowired
    IdempotentRequests requests;

    @Autowired
    LedgerVerification verification;

    @AfterEach
    void theBooksAddUp() {
        assertThat(CardFixtures.faults(CardFixtures.asManager(() -> verification.verify())))
                .isEmpty();
    }

    @Test
    void a_hundred_threads_spending_ten_on_a_card_of_a_hundred_succeed_exactly_ten_times() throws Exception {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        given.topUp(card, 10_000);
        List<String> outcomes = together(100, i -> given.pay(card, 1_000));
        assertThat(outcomes).filteredOn("done"::equals).hasSize(10);
        assertThat(outcomes).filteredOn("INSUFFICIENT_BALANCE"::equals).hasSize(90);
        assertThat(cards.get(card.id()).balanceMinor()).isZero();
    }

    @Test
    void two_hundred_requests_with_one_key_have_one_effect() throws Exception {
        CardSummary card = given.cardWith(100_000);
        String key = UUID.randomUUID().toString();
        BillCards bill = given.paidBy(card, 1_000, null);
        List<String> outcomes = together(200, i -> once(key, bill));
        assertThat(outcomes).isSubsetOf("done", "replayed", "REQUEST_IN_PROGRESS");
        assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
        assertThat(cards.get(card.id()).balanceMinor()).isEqualTo(109_000);
        Reply later = CardFixtures.asManager(() -> once(key, bill));
        assertThat(later.replayed()).isTrue();
        assertThat(later.reference()).isEqualTo("109000");
    }

    @Test
    void bills_over_two_cards_in_either_order_never_block_each_other_for_good() throws Exception {
        CardSummary one = given.cardWith(99_000);
        CardSummary two = given.cardWith(99_000);
        List<String> outcomes = together(40, i -> given.bill(i % 2 == 0 ? both(one, two) : both(two, one)));
        assertThat(outcomes).containsOnly("done");
        assertThat(cards.get(one.id()).balanceMinor()).isEqualTo(99_000 - 40 * 100);
        assertThat(cards.get(two.id()).balanceMinor()).isEqualTo(99_000 - 40 * 100);
    }

    private BillCards both(CardSummary one, CardSummary two) {
        BillCards bill = given.paidBy(one, 100, null);
        return new BillCards(
                bill.reference(),
                bill.venueId(),
                bill.businessDate(),
                null,
                200,
                0,
                List.of(bill.storedValue().getFirst(), new BillCards.StoredValuePayment(two.id(), 100, 100, null)),
                List.of(),
                null);
    }

    @Test
    void many_guessers_at_once_get_five_guesses() throws Exception {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, 0L), "135791");
        given.topUp(card, 100_000);
        List<String> outcomes = together(60, i -> given.bill(given.paidBy(card, 100, "00000" + i % 10)));
        assertThat(outcomes).filteredOn("PIN_WRONG"::equals).hasSize(5);
        assertThat(outcomes).filteredOn("PIN_LOCKED"::equals).hasSize(55);
    }

    @Test
    void nothing_is_paid_after_a_freeze() throws Exception {
        CardSummary card = given.cardWith(99_000);
        List<String> outcomes = together(40, i -> {
            if (i == 20) {
                return freezing.freeze(card.number());
            }
            return given.pay(card, 100);
        });
        long paid = outcomes.stream().filter("done"::equals).count() - 1;
        assertThat(outcomes).isSubsetOf("done", "CARD_NOT_ACTIVE");
        assertThat(cards.get(card.id()).balanceMinor()).isEqualTo(99_000 - paid * 100);
    }

    @Test
    void twenty_full_refunds_at_once_give_back_once() throws Exception {
        CardSummary card = given.cardWith(99_000);
        BilledCards billed = given.pay(card, 1_000);
        List<String> outcomes = together(
                20,
                i -> given.refund(new RefundCards(
                        billed.postingId(),
                        given.venue().id(),
                        "refund " + i,
                        CardFixtures.TODAY,
                        null,
                        "test",
                        List.of(new RefundCards.StoredValueBack(card.id(), 1_000)),
                        List.of(),
                        null)));
        assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("REFUND_TOO_LARGE"::equals).hasSize(19);
        assertThat(cards.get(card.id()).balanceMinor()).isEqualTo(99_000);
    }

    private Reply once(String key, BillCards bill) {
        return requests.once(
                "test",
                new IdempotencyKey(key),
                bill,
                claim -> Done.of(billing.bill(bill).drawn().getFirst().balanceAfterMinor()));
    }

    private interface Numbered {
        Object run(int number) throws Exception;
    }

    /** Runs the work on as many threads at once and tells how each ended. */
    private List<String> together(int threads, Numbered work) throws Exception {
        var start = new CountDownLatch(1);
        List<String> outcomes = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> running = IntStream.range(0, threads)
                    .mapToObj(i -> executor.submit((Callable<String>) () -> {
                        start.await();
                        return outcome(work, i);
                    }))
                    .toList();
            start.countDown();
            for (Future<String> future : running) {
                outcomes.add(future.get());
            }
        }
        return outcomes;
    }

    private static String outcome(Numbered work, int number) {
        return CardFixtures.asManager(() -> {
            try {
                return work.run(number) instanceof Reply reply && reply.replayed() ? "replayed" : "done";
            } catch (RefusedException refused) {
                return refused.getCode();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }
}
