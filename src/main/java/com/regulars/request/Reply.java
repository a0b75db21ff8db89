package com.regulars.request;

/**
 * The answer to a once-only request.
 *
 * @param status HTTP status
 * @param body JSON as it was sent the first time, byte for byte; empty when no body was stored
 * @param reference what came of it, for example the id of a bill
 * @param replayed true when it is the stored answer of an earlier request with the same key
 */
public record Reply(int status, String body, String reference, boolean replayed) {}
