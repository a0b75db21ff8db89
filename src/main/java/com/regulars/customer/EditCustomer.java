package com.regulars.customer;

import java.util.List;

/**
 * Asks to change a card.
 *
 * @param version the version the editor saw
 * @param tags names from the managed list; those left out are taken off
 */
public record EditCustomer(long id, int version, CustomerProfile profile, List<String> tags) {

    public EditCustomer {
        tags = List.copyOf(tags);
    }
}
