package com.regulars.segment.rating;

import org.jspecify.annotations.Nullable;

/**
 * The lines between the quadrants that a run found or was given.
 *
 * @param frequency from so many visits on a guest comes often; null when nobody has a visit in the window
 * @param spendMinor from this average on a guest spends much; null when nobody has a visit in the window
 */
public record Cuts(@Nullable Long frequency, @Nullable Long spendMinor) {

    /** True when both have lines and only the one between low and high spend has moved. */
    boolean differOnlyInSpendFrom(Cuts other) {
        return frequency != null
                && frequency.equals(other.frequency)
                && spendMinor != null
                && other.spendMinor != null
                && !spendMinor.equals(other.spendMinor);
    }

    /** The state of a row with {@code visits} and {@code average_minor} by the parameters of the run; ties are high (R5.1). */
    public static final String STATE =
            state("visits", "average_minor", "cast(:frequencyCut as bigint)", "cast(:spendCut as bigint)");

    /** The same for other names of the columns and lines. */
    static String state(String visits, String average, String frequencyCut, String spendCut) {
        return """
                case when %1$s = 0 then 'LAPSED'
                     when %1$s >= %3$s then case when %2$s >= %4$s then 'B' else 'D' end
                     when %2$s >= %4$s then 'A' else 'C' end""".formatted(visits, average, frequencyCut, spendCut);
    }
}
