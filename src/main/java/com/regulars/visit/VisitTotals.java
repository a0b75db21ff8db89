package com.regulars.visit;

import com.regulars.shared.Shares;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How often a customer came and what was spent.
 *
 * @param lastOn business day of the last visit, null when there was none
 * @param elsewhere how many of the visits were in venues that whoever asks does not see
 */
public record VisitTotals(
        long visits, long spendMinor, @Nullable LocalDate lastOn, long elsewhere) {

    /** Rounded half up to a minor unit; 0 without a visit. */
    public long averageMinor() {
        return Shares.proportion(spendMinor, 1, visits);
    }
}
