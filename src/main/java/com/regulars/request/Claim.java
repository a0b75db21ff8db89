package com.regulars.request;

/**
 * One request: who asks, under which key, for what. The work of the request gets it to be able to store the answer in a
 * statement of its own, through the function {@code request_answered(actor_key, key, operation, payload_hash, at,
 * status, body, reference)}, which says whether the key was still free.
 */
public record Claim(String actorKey, String key, String operation, byte[] payloadHash) {

    /** What a work throws when {@code request_answered} said no: the request is then looked up again. */
    public RuntimeException taken() {
        return new KeyTaken(key);
    }

    /** What a work throws when another request was faster at something both count on: it is then done again. */
    public RuntimeException overtaken() {
        return new KeyTaken(key);
    }

    @Override
    public String toString() {
        return "Claim[" + actorKey + ", " + key + ", " + operation + "]";
    }

    /** Another request with the same key was answered in the meantime. */
    static final class KeyTaken extends RuntimeException {

        KeyTaken(String key) {
            super("Answered in the meantime: " + key);
        }
    }
}
