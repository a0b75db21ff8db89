package com.regulars.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks to change a card.
 *
 * @param version the version the editor saw
 * @param stage where the editor moved the guest in the life cycle (R1.7); null leaves it to what the guest does
 * @param tags names from the managed list; those left out are taken off
 */
public record EditCustomer(
        long id,
        int version,
        CustomerProfile profile,
        @Nullable LifecycleStage stage,
        List<String> tags) {

    public EditCustomer {
        tags = List.copyOf(tags);
    }
}
