package com.regulars.settlement.quote;

import com.regulars.shared.Shares;
import org.jspecify.annotations.Nullable;

/**
 * What a bill costs as it is paid.
 *
 * @param fromBalance what it would cost if stored value paid all of it
 * @param visit which one it is where the programme rewards visits, else null
 */
public record PricedBill(
        Quote quote, Quote fromBalance, @Nullable CountedVisit visit) {

    /**
     * List value that stored value consumes when it pays this much: the guest who pays the whole bill of 70.00 after
     * points worth 1.50 consumes dishes of 70.00, not of 71.50, for the points have paid the rest.
     */
    public long listValueOf(long storedValueMinor) {
        long paid = fromBalance.payableMinor();
        long consumed = paid + fromBalance.memberPriceSavingMinor() + fromBalance.discountMinor();
        return Shares.proportion(storedValueMinor, consumed, paid);
    }
}
