package com.regulars.demo;

import java.time.Instant;

/**
 * One visit of a sample guest.
 *
 * @param ref unique among all visits
 * @param guestRef whose visit it is
 * @param spendMinor what was consumed; a settled bill comes near it
 */
record DemoVisit(String ref, String guestRef, String venueCode, Instant at, long spendMinor, int partySize) {}
