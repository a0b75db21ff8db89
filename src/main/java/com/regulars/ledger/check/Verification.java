package com.regulars.ledger.check;

import java.util.List;

/**
 * What verifying the books found.
 *
 * @param unbalancedPostings postings whose entries do not sum to zero in each unit, or that have none
 * @param balanceMismatches accounts whose balance is not the sum of their entries
 * @param lotMismatches accounts and lots that do not hold what they should
 * @param otherFindings what breaks any other law
 * @param findings the first of each law
 */
public record Verification(
        boolean ok,
        long postings,
        long accounts,
        long unbalancedPostings,
        long balanceMismatches,
        long lotMismatches,
        long negativeBalances,
        long otherFindings,
        List<Finding> findings) {

    public Verification {
        findings = List.copyOf(findings);
    }
}
