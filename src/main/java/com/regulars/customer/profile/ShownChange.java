package com.regulars.customer.profile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One field of a card that changed, as the page shows it (R1.8). Telephone numbers and e-mail addresses are masked.
 *
 * @param field the text is the message {@code customer.field.<field>}
 * @param byKey who it was, whatever name they have now
 * @param byName the name they had then
 */
public record ShownChange(
        String field, @Nullable String before, @Nullable String after, Instant at, String byKey, String byName) {}
