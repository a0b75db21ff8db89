package com.regulars.shift;

/**
 * What a means of payment other than cash did in a shift, to be held against the merchant's page or the terminal's slip.
 *
 * @param tender name of the account it went to
 * @param backMinor what went back, as a positive amount
 */
public record NonCash(String tender, long count, long minor, long backCount, long backMinor) {

    public long leftMinor() {
        return minor - backMinor;
    }
}
