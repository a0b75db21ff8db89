package com.regulars.request;

import org.jspecify.annotations.Nullable;

/**
 * What the work of a once-only request ends with: the answer as it goes over the wire, and what to look for later.
 *
 * @param status HTTP status of the answer
 * @param body what is sent, written as JSON once and kept as it was sent; null when nothing but the reference matters
 * @param reference what came of it, for example the id of a bill; pages find their way by it, also on a retry
 * @param stored true when the work has written the answer itself, in its own last statement
 */
public record Done(int status, @Nullable Object body, String reference, boolean stored) {

    private static final int CREATED = 201;
    private static final int OK = 200;

    /** Something new came into being. */
    public static Done created(Object body, Object reference) {
        return new Done(CREATED, body, String.valueOf(reference), false);
    }

    public static Done ok(Object body, Object reference) {
        return new Done(OK, body, String.valueOf(reference), false);
    }

    /** For pages: nobody is sent a body, the reference leads on. */
    public static Done of(Object reference) {
        return new Done(OK, null, String.valueOf(reference), false);
    }

    /**
     * The work has called the function {@code request_answered} with its {@link Claim} and this text.
     *
     * @param body JSON, exactly as it was stored
     */
    public static Done stored(int status, String body, Object reference) {
        return new Done(status, body, String.valueOf(reference), true);
    }
}
