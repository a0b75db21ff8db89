package com.regulars.segment.report;

import com.regulars.segment.SegmentState;
import com.regulars.segment.run.SegmentRun;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where one guest stood on a run's date, and the figures it was found from (R5.1, R5.4, R5.5).
 *
 * @param visits in the window
 * @param averageSpendMinor in the window, rounded half up
 * @param valueClass by the spend within a year
 * @param run the run that found it
 */
public record CustomerSegment(
        SegmentState state,
        long visits,
        long averageSpendMinor,
        long lifetimeVisits,
        long lifetimeSpendMinor,
        @Nullable LocalDate lastVisitOn,
        ValueClass valueClass,
        SegmentRun run) {}
