package com.regulars.segment;

import org.jspecify.annotations.Nullable;

/**
 * The lines between the quadrants that a run found or was given.
 *
 * @param frequency from so many visits on a guest comes often; null when nobody has a visit in the window
 * @param spendMinor from this average on a guest spends much; null when nobody has a visit in the window
 */
record Cuts(@Nullable Long frequency, @Nullable Long spendMinor) {

    static final Cuts NONE = new Cuts(null, null);

    /** The state of a row with {@code visits} and {@code average_minor}; ties are high (R5.1). */
    static final String STATE = """
            case when visits = 0 then 'LAPSED'
                 when visits >= cast(:frequencyCut as bigint)
                 then case when average_minor >= cast(:spendCut as bigint) then 'B' else 'D' end
                 when average_minor >= cast(:spendCut as bigint) then 'A' else 'C' end""";
}
