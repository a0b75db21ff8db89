package com.regulars.shift;

/**
 * A cashier begins at a till.
 *
 * @param till name of the till within its venue
 * @param floatMinor what is in the drawer to give change from
 */
public record OpenShift(long venueId, String till, long floatMinor) {}
