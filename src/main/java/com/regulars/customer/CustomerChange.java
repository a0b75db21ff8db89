package com.regulars.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One field of a card that changed (R1.8). Telephone numbers and e-mail addresses are masked.
 *
 * @param field the text is the message {@code customer.field.<field>}
 */
public record CustomerChange(
        String field, @Nullable String before, @Nullable String after, Instant at, String by) {}
