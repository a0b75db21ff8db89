package com.regulars.customer.page;

import org.jspecify.annotations.Nullable;

/**
 * One figure in the head of the customer page.
 *
 * @param labelKey message key of what it counts
 * @param value as it is shown
 * @param detail a second, smaller line in the reader's language, for example the threshold
 * @param url the list behind it
 */
public record HeadFigure(
        String labelKey,
        String value,
        @Nullable String detail,
        @Nullable String url) {}
