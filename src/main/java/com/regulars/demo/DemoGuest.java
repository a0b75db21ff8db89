package com.regulars.demo;

import com.regulars.customer.RegisterCustomer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sample guest with a year of visits.
 *
 * @param registeredAt shortly before the first visit
 * @param programme the card the guest takes in the last thirty days, or null
 * @param visits oldest first
 */
record DemoGuest(
        RegisterCustomer card,
        Habit habit,
        Instant registeredAt,
        @Nullable String programme,
        List<DemoVisit> visits) {

    String ref() {
        String ref = card.externalRef();
        return ref == null ? "" : ref;
    }
}
