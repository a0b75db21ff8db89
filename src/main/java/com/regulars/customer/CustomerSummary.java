package com.regulars.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every other module shows of a customer.
 *
 * @param number the readable customer number, for example {@code K-000123}
 * @param phoneMasked for example {@code 138****5521}
 * @param quadrant {@code A} to {@code D}, null unless {@code ratingStatus} is {@code RATED}
 * @param ratingStatus {@code NEW}, {@code LAPSED} or {@code RATED}
 */
public record CustomerSummary(
        long id,
        String number,
        String name,
        CustomerKind kind,
        @Nullable String phoneMasked,
        LifecycleStage stage,
        @Nullable String quadrant,
        String ratingStatus,
        Instant createdAt) {}
