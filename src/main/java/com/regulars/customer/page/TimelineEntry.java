package com.regulars.customer.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened with a customer.
 *
 * @param icon name of a symbol in the icon sprite
 * @param text what happened, in the reader's language
 * @param detail by whom, where, how much
 * @param url the page behind it
 */
public record TimelineEntry(
        Instant at,
        String icon,
        String text,
        @Nullable String detail,
        @Nullable String url) {}
