package com.regulars.shared;

import java.util.List;
import java.util.Map;
import lombok.Getter;

/**
 * A rule said no. The code is part of the wire contract (for example {@code INSUFFICIENT_BALANCE}); its text is the
 * message {@code refused.<CODE>} with {@code args}. Domain code throws it and knows no HTTP; {@code shell} turns it into
 * a problem answer or a page message. Everything the command did is rolled back.
 */
@Getter
public class RefusedException extends RuntimeException {

    private final String code;
    private final List<Object> args;
    private final Reason reason;

    /** Why the request is refused, which decides the status of the answer. */
    public enum Reason {
        /** A rule forbids it: 422. */
        RULE,
        /** It clashes with what is already there: 409. */
        CONFLICT,
        /** Too many attempts: 429. */
        TOO_MANY,
        /** Something it needs is busy for the moment: 503. */
        BUSY,
        /** The request itself makes no sense: 400. */
        MALFORMED
    }

    public RefusedException(String code, Object... args) {
        this(Reason.RULE, code, args);
    }

    public RefusedException(Reason reason, String code, Object... args) {
        super(code + List.of(args));
        this.code = code;
        this.args = List.of(args);
        this.reason = reason;
    }

    /** True when this refusal is the stored answer of an earlier request with the same idempotency key. */
    public boolean isReplayed() {
        return false;
    }

    /** The problem document the first answer was, when this is its replay; else empty. */
    public String storedProblem() {
        return "";
    }

    /** Further members of the problem answer, such as {@code existingId}. */
    public Map<String, Object> properties() {
        return Map.of();
    }
}
