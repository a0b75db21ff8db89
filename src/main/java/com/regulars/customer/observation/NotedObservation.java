package com.regulars.customer.observation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something an employee saw or heard about a guest (R1.3).
 *
 * @param notedByKey who it was, whatever name they have now
 * @param notedByName the name they had then
 * @param retiredAt when it stopped being true; such observations stay, struck through
 */
public record NotedObservation(
        long id,
        long customerId,
        ObservationCategory category,
        String text,
        Instant notedAt,
        String notedByKey,
        String notedByName,
        @Nullable Instant retiredAt) {

    public boolean isRetired() {
        return retiredAt != null;
    }
}
