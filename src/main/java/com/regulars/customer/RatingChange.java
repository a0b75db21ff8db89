package com.regulars.customer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a segment run found out about one customer.
 *
 * @param quadrant {@code A} to {@code D}, null unless {@code status} is {@code RATED}
 * @param status {@code NEW}, {@code LAPSED} or {@code RATED}
 * @param since the business date from which it holds
 * @param previousQuadrant the letter before, null when there was none
 */
public record RatingChange(
        long customerId,
        @Nullable String quadrant,
        String status,
        LocalDate since,
        @Nullable String previousQuadrant) {}
