package com.regulars.card.topup;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.card.topup.TopUpReckoning.Before;
import com.regulars.ledger.ValueLot;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What must hold whatever was paid, consumed and discounted. */
class TopUpReckoningPropertyTests {

    @Property
    void emptiesTheLotToTheLastFenAndTheHousesCauseIsNeverTheWorse(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long principal,
            @ForAll @LongRange(max = 1_000_000_000_000L) long bonus,
            @ForAll @IntRange(max = 10_000) int principalUsed,
            @ForAll @IntRange(max = 10_000) int bonusUsed,
            @ForAll @IntRange(max = 100) int dearer) {
        long principalLeft = principal - principal / 10_000 * principalUsed;
        long bonusLeft = bonus - bonus / 10_000 * bonusUsed;
        long consumed = principal - principalLeft + bonus - bonusLeft;
        var lot = new ValueLot(1, principal, bonus, principalLeft, bonusLeft, consumed + consumed / 100 * dearer);
        long paid = 0;
        for (RefundCause cause : RefundCause.values()) {
            var reckoning = TopUpReckoning.of(cause, lot, Before.NOTHING);
            assertThat(reckoning.refundMinor() + reckoning.principalKeptMinor() + reckoning.bonusCancelledMinor())
                    .isEqualTo(principalLeft + bonusLeft);
            assertThat(reckoning.refundMinor()).isBetween(0L, principal);
            assertThat(reckoning.principalKeptMinor()).isBetween(0L, principalLeft);
            assertThat(reckoning.bonusCancelledMinor()).isBetween(0L, bonusLeft);
            assertThat(reckoning.consumedMinor()).isEqualTo(consumed);
            paid = cause == RefundCause.BUSINESS ? reckoning.refundMinor() : paid;
            assertThat(reckoning.refundMinor()).isLessThanOrEqualTo(paid);
        }
    }
}
