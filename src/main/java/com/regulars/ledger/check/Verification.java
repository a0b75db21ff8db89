package com.regulars.ledger.check;

/**
 * What verifying the books found.
 *
 * @param unbalancedPostings postings whose entries do not sum to zero in each unit, or that have none
 * @param balanceMismatches accounts whose balance is not the sum of their entries
 * @param lotMismatches accounts whose lots do not hold what is on them
 */
public record Verification(
        boolean ok,
        long postings,
        long accounts,
        long unbalancedPostings,
        long balanceMismatches,
        long lotMismatches,
        long negativeBalances) {}
