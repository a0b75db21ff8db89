package com.regulars.settlement.quote;

import com.regulars.card.CardTerms;
import com.regulars.shared.Rate;
import com.regulars.shared.Shares;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The programme discount of a bill (R4.2). A mixed bill gets each of the two discounts for its part: of a bill of 100.00
 * from whose balance 88.00 are paid, the 12.00 paid otherwise are 20 % off, which is 2.40.
 *
 * @param balance off what stored value pays
 * @param otherwise off what is paid in any other way
 * @param balanceMinor how much of the bill stored value pays; 0 of 1 or 1 of 1 when the bill is not mixed
 */
record Discounting(Rate balance, Rate otherwise, long balanceMinor, long wholeMinor) {

    /** What the discount is and why. */
    record Off(String reason, String factor, long minor, List<String> args) {}

    static Discounting wholly(PayBy payBy, Rate balance, Rate otherwise) {
        return new Discounting(balance, otherwise, payBy == PayBy.BALANCE ? 1 : 0, 1);
    }

    static Discounting of(PayBy payBy, @Nullable CardTerms terms, boolean otherProgramme) {
        if (terms == null) {
            return wholly(payBy, Rate.ZERO, Rate.ZERO);
        }
        Rate balance = terms.offPaidByBalance();
        Rate otherwise = terms.offPaidOtherwise();
        boolean less = otherProgramme && otherwise.basisPoints() < balance.basisPoints();
        return wholly(payBy, less ? otherwise : balance, otherwise);
    }

    /** The same rates for a bill of which stored value pays a part; of two equal ones no part matters. */
    Discounting mixed(long storedValueMinor, long payableMinor) {
        return balance.equals(otherwise) ? this : new Discounting(balance, otherwise, storedValueMinor, payableMinor);
    }

    Off of(long baseMinor, LongFunction<String> money) {
        if (balanceMinor == 0) {
            return wholly("OTHER", otherwise, baseMinor);
        }
        if (balanceMinor == wholeMinor) {
            return wholly("BALANCE", balance, baseMinor);
        }
        long otherwiseMinor = wholeMinor - balanceMinor;
        return new Off(
                "MIXED_" + (balance.isZero() ? "OTHER" : otherwise.isZero() ? "BALANCE" : "BOTH") + "_OFF",
                "%s × %s / %s + %s × %s / %s"
                        .formatted(
                                percent(balance),
                                money.apply(balanceMinor),
                                money.apply(wholeMinor),
                                percent(otherwise),
                                money.apply(otherwiseMinor),
                                money.apply(wholeMinor)),
                Shares.blend(
                        balance.ofRoundedHalfUp(baseMinor),
                        balanceMinor,
                        otherwise.ofRoundedHalfUp(baseMinor),
                        otherwiseMinor),
                List.of(
                        money.apply(balanceMinor),
                        percent(balance),
                        tenths(balance),
                        money.apply(otherwiseMinor),
                        percent(otherwise),
                        tenths(otherwise)));
    }

    private static Off wholly(String payBy, Rate rate, long baseMinor) {
        return new Off(
                payBy + (rate.isZero() ? "_NONE" : "_OFF"),
                percent(rate),
                rate.ofRoundedHalfUp(baseMinor),
                List.of(percent(rate), tenths(rate)));
    }

    private static String percent(Rate rate) {
        return rate.percent().toPlainString() + "%";
    }

    /** What is still paid in tenths, as Chinese says it: 20 % off is 8 折. */
    private static String tenths(Rate rate) {
        return plain(BigDecimal.valueOf(10_000 - rate.basisPoints(), 3));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
