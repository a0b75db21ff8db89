package com.regulars.segment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a guest stands on a run's date (R5.1): in one of the quadrants, or outside them. {@code A} seldom and high
 * spend, {@code B} often and high (the best), {@code C} seldom and low (the least), {@code D} often and low.
 */
public enum SegmentState {
    A,
    B,
    C,
    D,
    /** Had visits once, none in the window. */
    LAPSED,
    /** Never visited by that date. */
    NEW;

    /** The quadrants as the plot lies: A B over C D. */
    public static final List<SegmentState> QUADRANTS = List.of(A, B, C, D);

    /** All states from the best to those who are not there yet, as tables list them. */
    public static final List<SegmentState> BEST_FIRST = List.of(B, A, D, C, LAPSED, NEW);

    public boolean isQuadrant() {
        return this != LAPSED && this != NEW;
    }

    /** The word of the rating: {@code RATED}, {@code LAPSED} or {@code NEW}. */
    public String status() {
        return isQuadrant() ? "RATED" : name();
    }

    public @Nullable String letter() {
        return isQuadrant() ? name() : null;
    }

    /** How good it is to be here; a move to a higher rank is a move up (R5.3). A and D are worth the same. */
    public int rank() {
        return switch (this) {
            case B -> 3;
            case A, D -> 2;
            case C -> 1;
            case LAPSED, NEW -> 0;
        };
    }
}
