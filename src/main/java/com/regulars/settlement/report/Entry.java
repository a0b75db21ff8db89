package com.regulars.settlement.report;

import com.regulars.ledger.PostingKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One business fact behind a figure.
 *
 * @param label its receipt number, or what else it is called
 * @param page where to look at it, or null
 * @param minor its part of the figure
 */
public record Entry(
        PostingKind kind,
        Instant at,
        String label,
        @Nullable String page,
        String by,
        long minor) {}
