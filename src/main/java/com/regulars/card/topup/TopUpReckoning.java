package com.regulars.card.topup;

import com.regulars.ledger.ValueLot;
import com.regulars.shared.Shares;

/**
 * What is paid out of a top-up and what becomes of the rest of its lot, which is emptied. By the house's cause it is the
 * larger of the principal's share in what is left and the principal that is left; by the guest's it is what was paid less
 * what was consumed at list prices, and principal above that stays with the house as the price of it. What exceeds the
 * principal that is left comes out of the bonus; the rest of the bonus is cancelled. Without interest.
 *
 * <p>Paid 500 with a bonus of 100, consumed 240 with the principal first: 300 and 60 cancelled by the house's cause, 260 and
 * 100 cancelled by the guest's.
 *
 * @param consumedMinor what was paid from the lot, principal and bonus, and not given back
 * @param listMinor the same at list prices
 * @param refundedBeforeMinor what was paid out of it before; it holds something again when a bill was refunded since
 */
public record TopUpReckoning(
        long consumedMinor,
        long listMinor,
        long refundedBeforeMinor,
        long principalMinor,
        long bonusMinor,
        long refundMinor,
        long principalKeptMinor,
        long bonusCancelledMinor) {

    /**
     * What went out of a lot before by refunds of its top-up.
     *
     * @param paidOutMinor of it what the guest got
     * @param takenMinor all of it
     */
    record Before(long paidOutMinor, long takenMinor) {

        static final Before NOTHING = new Before(0, 0);
    }

    static TopUpReckoning of(RefundCause cause, ValueLot lot, Before before) {
        long consumed = lot.total() - lot.left() - before.takenMinor;
        long due = Math.max(0, byRule(cause, lot, consumed) - before.paidOutMinor);
        long atLeast = cause == RefundCause.BUSINESS ? Math.max(due, lot.principalLeft()) : due;
        long refund = Math.min(atLeast, Math.min(lot.left(), lot.principal() - before.paidOutMinor));
        return split(lot, before, consumed, refund);
    }

    private static long byRule(RefundCause cause, ValueLot lot, long consumed) {
        return switch (cause) {
            case BUSINESS -> Shares.proportion(lot.principal(), lot.total() - consumed, lot.total());
            case CUSTOMER -> Math.max(0, lot.principal() - lot.listValue());
        };
    }

    /** Takes back what nobody has touched. */
    static TopUpReckoning whole(ValueLot lot) {
        return split(lot, Before.NOTHING, 0, lot.principal());
    }

    private static TopUpReckoning split(ValueLot lot, Before before, long consumed, long refund) {
        long fromBonus = Math.max(0, refund - lot.principalLeft());
        return new TopUpReckoning(
                consumed,
                lot.listValue(),
                before.paidOutMinor,
                lot.principalLeft(),
                lot.bonusLeft(),
                refund,
                Math.max(0, lot.principalLeft() - refund),
                lot.bonusLeft() - fromBonus);
    }

    /** Whether there is anything to pay out or to cancel. */
    public boolean isEmpty() {
        return principalMinor + bonusMinor == 0;
    }
}
