package com.regulars.settlement.report;

import com.regulars.ledger.TenderType;
import com.regulars.shift.Closing;
import com.regulars.shift.Shift;
import com.regulars.shift.ShiftDetails;
import com.regulars.venue.Venue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The report of a shift (R4.9): a look at one that runs (X), the last word on one that was closed (Z).
 *
 * @param blind true when the reader still has to count the drawer, so that nothing here says what cash there should be
 * @param readAt when the figures were read
 */
public record ShiftReport(ShiftDetails details, Venue venue, Figures figures, boolean blind, Instant readAt) {

    public Shift shift() {
        return details.shift();
    }

    /** What should be in the drawer; null for whoever still has to count it. */
    public @Nullable Long expectedCashMinor() {
        Closing closing = details.closing();
        if (closing != null) {
            return closing.expectedCashMinor();
        }
        return blind
                ? null
                : (Long) (shift().floatMinor()
                        + figures.broughtMinor(TenderType.CASH)
                        + details.cashInMinor()
                        - details.cashOutMinor());
    }

    public @Nullable Long countedCashMinor() {
        Closing closing = details.closing();
        return closing == null ? null : (Long) closing.count().totalMinor();
    }

    public @Nullable Long differenceMinor() {
        Closing closing = details.closing();
        return closing == null ? null : (Long) closing.differenceMinor();
    }

    /** What goes to the safe: what was counted less what was left for the next shift. */
    public @Nullable Long handedInMinor() {
        Closing closing = details.closing();
        var handover = details.handover();
        return closing == null || handover == null
                ? null
                : (Long) (closing.count().totalMinor() - handover.leftMinor());
    }
}
