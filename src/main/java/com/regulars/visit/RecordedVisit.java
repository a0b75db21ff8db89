package com.regulars.visit;

/**
 * The visit that is now in the book.
 *
 * @param added false when a visit with this reference was there before
 */
public record RecordedVisit(long visitId, boolean added) {}
