package com.regulars.ledger.check;

import java.time.Instant;

/**
 * A link of the chain over all postings.
 *
 * @param postings how many it seals
 * @param head sixty-four hexadecimal digits that stand for these postings and all before them
 */
public record Seal(long number, Instant at, long postings, String head) {

    /** The head in groups of eight, as it is printed and read out. */
    public String printed() {
        return head.replaceAll("(.{8})(?=.)", "$1 ");
    }
}
