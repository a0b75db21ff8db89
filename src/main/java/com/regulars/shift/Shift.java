package com.regulars.shift;

import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A cashier's stretch of work at one till. While it is open no other shift runs at the same till.
 *
 * @param till name of the till within its venue; {@code api} for other systems that name none
 * @param businessDate business day of the venue on which it was opened
 * @param openedBy name of whoever opened it, as it prints on a receipt
 * @param openedByItself true when money moved before anybody stated a float
 * @param closedAt null while it is open
 */
public record Shift(
        long id,
        long venueId,
        String till,
        LocalDate businessDate,
        Instant openedAt,
        String openedByKey,
        String openedBy,
        boolean openedByItself,
        long floatMinor,
        @Nullable Instant closedAt) {

    public boolean isOpen() {
        return closedAt == null;
    }

    /** Whoever opened it counts it; who reviews shifts may do so too. */
    boolean isKeptBy(CurrentActor actor) {
        return openedByKey.equals(actor.get().key()) || actor.get().may(Permission.SHIFT_REVIEW);
    }
}
