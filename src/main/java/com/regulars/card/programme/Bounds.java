package com.regulars.card.programme;

import org.jspecify.annotations.Nullable;

/** What a number in the terms must not be; one that is not there passes. */
final class Bounds {

    private Bounds() {}

    static void notNegative(String what, @Nullable Long value) {
        require(what, value == null || value >= 0, value);
    }

    static void positive(String what, @Nullable Long value) {
        require(what, value == null || value > 0, value);
    }

    static void positive(String what, @Nullable Integer value) {
        require(what, value == null || value > 0, value);
    }

    private static void require(String what, boolean allowed, @Nullable Object value) {
        if (!allowed) {
            throw new IllegalArgumentException("The " + what + " of a programme cannot be " + value);
        }
    }
}
