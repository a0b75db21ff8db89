package com.regulars.request;

/**
 * The answer to an idempotent request.
 *
 * @param replayed true when it is the stored answer of an earlier request with the same key
 */
public record Answer<T>(T body, boolean replayed) {}
