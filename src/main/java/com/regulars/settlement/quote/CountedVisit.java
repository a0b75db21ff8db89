package com.regulars.settlement.quote;

import com.regulars.card.programme.ProgrammeTerms.VisitBonus;
import com.regulars.visit.VisitRewards.Candidates;

/**
 * Which visit a bill is among those that a bonus may reward (R4.3).
 *
 * @param rule so many visits within so many days give so many points
 * @param number 3 when it is the third one that was not rewarded yet
 * @param among the visits that count
 */
public record CountedVisit(VisitBonus rule, long number, Candidates among) {

    /** True when the bill earns the bonus. */
    public boolean earns() {
        return number >= rule.visits() && rule.points() > 0;
    }

    long points() {
        return earns() ? rule.points() : 0;
    }
}
