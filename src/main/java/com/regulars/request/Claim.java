package com.regulars.request;

import com.regulars.shared.RefusedException;

/**
 * One request: who asks, under which key, for what. The work of the request gets it to be able to store the answer in a
 * statement of its own, through the function {@code request_answered(actor_key, key, operation, payload_hash, at,
 * status, body, reference)}, which says whether the key was still free.
 */
public record Claim(String actorKey, String key, String operation, byte[] payloadHash) {

    /** What a work throws when {@code request_answered} said no: the request is then looked up again. */
    public RuntimeException taken() {
        return new DoneAgain(
                "Answered in the meantime: " + key,
                new RefusedException(RefusedException.Reason.CONFLICT, "REQUEST_IN_PROGRESS"));
    }

    /**
     * What a work throws when another request was faster at something both count on: it is then done again.
     *
     * @param code what is busy, should it be overtaken each time, for example {@code CARD_BUSY}
     */
    public RuntimeException overtaken(String code) {
        return new DoneAgain("Overtaken: " + key, new RefusedException(RefusedException.Reason.BUSY, code));
    }

    @Override
    public String toString() {
        return "Claim[" + actorKey + ", " + key + ", " + operation + "]";
    }

    /** The work is to be done again from the start. */
    static final class DoneAgain extends RuntimeException {

        private final transient RefusedException inTheEnd;

        private DoneAgain(String message, RefusedException inTheEnd) {
            super(message);
            this.inTheEnd = inTheEnd;
        }

        /** What is said when that did not help either. */
        RefusedException inTheEnd() {
            return inTheEnd;
        }
    }
}
