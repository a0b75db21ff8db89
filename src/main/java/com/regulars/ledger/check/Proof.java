package com.regulars.ledger.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one run through all laws has found so far; several may add to it at once. */
final class Proof {

    /** More of one kind would tell nobody more. */
    private static final int KEPT_OF_EACH = 100;

    private final long postings;
    private final long accounts;
    private final Map<String, Set<Long>> subjects = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Long> holders = new TreeSet<>();

    Proof(long postings, long accounts) {
        this.postings = postings;
        this.accounts = accounts;
    }

    synchronized void add(Finding finding) {
        Set<Long> found = subjects.computeIfAbsent(finding.law(), law -> new HashSet<>());
        if (found.size() < KEPT_OF_EACH) {
            findings.add(finding);
        }
        found.add(finding.subjectId());
        holders.addAll(finding.holders());
    }

    /** Everybody whose books do not add up. */
    synchronized Set<Long> holders() {
        return holders;
    }

    /** The findings law by law, those of each as they were found. */
    synchronized Verification verification() {
        long unbalanced = count("ledger.sum");
        long balances = count("ledger.balance");
        long lots = count("ledger.lots") + count("ledger.lot");
        long negative = count("ledger.negative");
        long all = subjects.values().stream().mapToLong(Set::size).sum();
        return new Verification(
                all == 0,
                postings,
                accounts,
                unbalanced,
                balances,
                lots,
                negative,
                all - unbalanced - balances - lots - negative,
                findings.stream().sorted(Comparator.comparing(Finding::law)).toList());
    }

    /** How many of what breaks each law, for the log. */
    synchronized String summary() {
        Map<String, Integer> counts = new TreeMap<>();
        subjects.forEach((law, found) -> counts.put(law, found.size()));
        return counts.toString();
    }

    private long count(String law) {
        return subjects.getOrDefault(law, Set.of()).size();
    }
}
