package com.regulars.settlement.quote;

import java.util.List;

/**
 * One step of a quote, explained (R4.3, R4.10). Savings are positive, rounding is signed.
 *
 * @param rule which step
 * @param reason why it came out so; the text is the message {@code settlement.step.<rule>.<reason>} with {@code args}
 * @param base what the step was reckoned on, in minor units
 * @param factor what it was multiplied with, in signs that need no translation
 * @param result the step's outcome: minor units, points for {@code POINTS_EARNED} and {@code VISIT_BONUS}
 */
public record QuoteStep(Rule rule, String reason, long base, String factor, long result, List<String> args) {

    /** The steps in their fixed order. */
    public enum Rule {
        LIST_PRICE,
        MEMBER_PRICE,
        DISCOUNT,
        COUPON,
        POINTS,
        ROUNDING,
        PAYABLE,
        POINTS_EARNED,
        /** Only where the programme rewards visits. */
        VISIT_BONUS;

        /** True when the result is a number of points. */
        public boolean countsPoints() {
            return this == POINTS_EARNED || this == VISIT_BONUS;
        }
    }

    public QuoteStep {
        args = List.copyOf(args);
    }
}
