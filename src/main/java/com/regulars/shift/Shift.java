package com.regulars.shift;

import java.time.Instant;

/**
 * A cashier's stretch of work at one till. While it is open no other shift runs at the same till.
 *
 * @param till name of the till within its venue; {@code api} for other systems
 * @param openedBy name of whoever opened it, as it prints on a receipt
 */
public record Shift(long id, long venueId, String till, Instant openedAt, String openedBy) {}
