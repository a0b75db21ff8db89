package com.regulars.settlement.quote;

import com.regulars.shared.InvalidFieldException;

/**
 * How a bill is paid, as far as that decides what it costs (R4.2).
 *
 * @param payBy what the guest means to pay with; counts when no stored value is named
 * @param storedValueMinor what cards pay together, whoever's they are; 0 when none does
 * @param otherProgramme whether one of them is of another programme than the card of the bill
 */
public record PaidBy(PayBy payBy, long storedValueMinor, boolean otherProgramme) {

    public static final PaidBy BALANCE = new PaidBy(PayBy.BALANCE, 0, false);
    public static final PaidBy OTHER = new PaidBy(PayBy.OTHER, 0, false);

    /** @throws InvalidFieldException when a part by stored value is named though it is to pay the whole bill */
    public static PaidBy quoted(PayBy payBy, long storedValueMinor) {
        if (payBy == PayBy.BALANCE && storedValueMinor > 0) {
            throw new InvalidFieldException("storedValueMinor", "storedValueWithOther");
        }
        return new PaidBy(payBy, storedValueMinor, false);
    }
}
