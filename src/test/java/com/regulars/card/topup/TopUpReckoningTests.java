package com.regulars.card.topup;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.card.topup.TopUpReckoning.Before;
import com.regulars.ledger.ValueLot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is paid out of a top-up, by the figures of the law's worked example. */
class TopUpReckoningTests {

    /** Paid 500 with a bonus of 100; what is left of both, and what was consumed at list prices. */
    @ParameterizedTest(name = "{0} {1}: left {2} + {3}, at list {4} pays {5}, keeps {6}, cancels {7}")
    @CsvSource({
        "BUSINESS, principal first, 26000, 10000, 24000, 30000,     0,  6000",
        "CUSTOMER, principal first, 26000, 10000, 24000, 26000,     0, 10000",
        "BUSINESS, proportional,    30000,  6000, 24000, 30000,     0,  6000",
        "CUSTOMER, proportional,    30000,  6000, 24000, 26000,  4000,  6000",
        "BUSINESS, bonus first,     36000,     0, 24000, 36000,     0,     0",
        "CUSTOMER, bonus first,     36000,     0, 24000, 26000, 10000,     0",
        "BUSINESS, nearly all,          0,  5000, 55000,  4167,     0,   833",
        "CUSTOMER, nearly all,          0,  5000, 55000,     0,     0,  5000",
        "CUSTOMER, dearer at list,  26000, 10000, 30000, 20000,  6000, 10000",
        "BUSINESS, dearer at list,  26000, 10000, 30000, 30000,     0,  6000",
        "BUSINESS, untouched,       50000, 10000,     0, 50000,     0, 10000",
        "CUSTOMER, untouched,       50000, 10000,     0, 50000,     0, 10000",
        "BUSINESS, used up,             0,     0, 60000,     0,     0,     0"
    })
    void paysWhatTheRuleOfTheCauseSays(
            RefundCause cause,
            String how,
            long principalLeft,
            long bonusLeft,
            long list,
            long refund,
            long kept,
            long cancelled) {
        var lot = new ValueLot(1, 50_000, 10_000, principalLeft, bonusLeft, list);
        var reckoning = TopUpReckoning.of(cause, lot, Before.NOTHING);
        assertThat(reckoning.refundMinor()).as(how).isEqualTo(refund);
        assertThat(reckoning.principalKeptMinor()).as(how).isEqualTo(kept);
        assertThat(reckoning.bonusCancelledMinor()).as(how).isEqualTo(cancelled);
        assertThat(reckoning.isEmpty()).isEqualTo(principalLeft + bonusLeft == 0);
    }

    /** 300 paid out by the house's cause; then the bill of 240 is refunded to the card. */
    @ParameterizedTest
    @CsvSource({"BUSINESS, 24000, 0, 20000, 4000, 0", "CUSTOMER, 20000, 4000, 20000, 0, 4000"})
    void neverPaysOutMoreThanWasPaidIn(
            RefundCause cause, long principalLeft, long bonusLeft, long refund, long kept, long cancelled) {
        var lot = new ValueLot(1, 50_000, 10_000, principalLeft, bonusLeft, 0);
        var reckoning = TopUpReckoning.of(cause, lot, new Before(30_000, 36_000));
        assertThat(reckoning.refundedBeforeMinor()).isEqualTo(30_000);
        assertThat(reckoning.consumedMinor()).isZero();
        assertThat(reckoning.refundMinor()).isEqualTo(refund);
        assertThat(reckoning.principalKeptMinor()).isEqualTo(kept);
        assertThat(reckoning.bonusCancelledMinor()).isEqualTo(cancelled);
    }
}
