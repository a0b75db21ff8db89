package com.regulars.customer.page;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What lists show of a customer's visits in the last twelve months.
 *
 * @param lastOn business day of the last visit
 */
public record VisitFigures(
        long visits,
        long averageMinor,
        long spendMinor,
        @Nullable LocalDate lastOn) {

    public static final VisitFigures NONE = new VisitFigures(0, 0, 0, null);
}
