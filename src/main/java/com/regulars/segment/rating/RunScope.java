package com.regulars.segment.rating;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one run has to do.
 *
 * @param asOf the date it rates guests for
 * @param settings the settings at its start, kept with its result
 * @param full true when every figure is counted anew
 * @param standing what the kept figures stand for; null before the first run
 * @param next the first later date that has a run; null when there is none
 */
public record RunScope(
        long runId,
        LocalDate asOf,
        SegmentSettings settings,
        boolean full,
        @Nullable Standing standing,
        @Nullable LocalDate next) {

    private static final int YEAR = 365;

    /** True for a run that looks back before the newest date: it leaves the kept figures and the marks alone. */
    boolean isBackdated() {
        return next != null;
    }

    /** Named parameters of the run's statements; visits after a start date count. */
    Map<String, Object> params() {
        Map<String, Object> params = new HashMap<>();
        params.put("runId", runId);
        params.put("asOf", asOf);
        params.put("windowStart", asOf.minusDays(settings.windowDays()));
        params.put("yearStart", asOf.minusDays(YEAR));
        params.put("keyAccount", settings.keyAccountMinor());
        params.put("regularAccount", settings.regularAccountMinor());
        if (standing != null) {
            params.put("standing", standing.asOf());
            params.put("windowBefore", standing.asOf().minusDays(settings.windowDays()));
            params.put("yearBefore", standing.asOf().minusDays(YEAR));
        }
        if (next != null) {
            params.put("next", next);
        }
        return params;
    }

    /** Where the rows of the plot begin by these lines. */
    static Long[] edges(@Nullable Cuts cuts) {
        Long spend = cuts == null ? null : cuts.spendMinor();
        return DensityCell.rowEdges(spend == null ? 0 : spend);
    }

    /** The same, with the lines that were found. */
    Map<String, Object> params(Cuts cuts) {
        Map<String, Object> params = params();
        params.put("frequencyCut", cuts.frequency());
        params.put("spendCut", cuts.spendMinor());
        params.put("rowEdges", edges(cuts));
        return params;
    }
}
