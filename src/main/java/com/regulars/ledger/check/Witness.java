package com.regulars.ledger.check;

import org.jspecify.annotations.Nullable;

/** What the chain says about a head that somebody printed once. */
public sealed interface Witness {

    /** The chain holds it, and every seal up to it stands on the one before. */
    record Contained(Seal seal) implements Witness {}

    /** The chain holds it, but this seal before it, or it itself, is not what it was. */
    record Broken(Seal seal, long brokenAt) implements Witness {}

    /** The chain does not hold it: what was printed is no longer what the books say, or it is mistyped. */
    record Unknown(String head) implements Witness {}

    /** What a page shows: {@code contained}, {@code broken} or {@code unknown}. */
    default String word() {
        return switch (this) {
            case Contained contained -> "contained";
            case Broken broken -> "broken";
            case Unknown unknown -> "unknown";
        };
    }

    /** The seal that was found. */
    default @Nullable Seal found() {
        return switch (this) {
            case Contained contained -> contained.seal();
            case Broken broken -> broken.seal();
            case Unknown unknown -> null;
        };
    }
}
