package com.regulars.settlement.quote;

import com.regulars.card.CardSummary;
import com.regulars.card.programme.ProgrammeTerms.Points;
import com.regulars.card.programme.ProgrammeTerms.VisitBonus;
import com.regulars.card.programme.Programmes;
import com.regulars.visit.VisitRewards;
import com.regulars.visit.VisitRewards.Candidates;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the visits of a guest whose programme rewards coming often. */
@Component
@RequiredArgsConstructor
class CountedVisits {

    private final Programmes programmes;
    private final VisitRewards rewards;

    /** Null when the programme has no such bonus, or the visit is booked to somebody else than the card's holder. */
    @Nullable
    CountedVisit of(ResolvedBill bill) {
        CardSummary card = bill.card();
        if (card == null || bill.customerId() == null || bill.customerId() != card.customerId()) {
            return null;
        }
        Points points = programmes.get(card.programmeCode()).terms().points();
        VisitBonus rule = points == null ? null : points.visitBonus();
        if (rule == null) {
            return null;
        }
        var among = new Candidates(
                card.programmeCode(),
                card.customerId(),
                bill.businessDate().minusDays(rule.withinDays() - 1L),
                bill.businessDate());
        return new CountedVisit(rule, rewards.count(among, rule.visits()) + 1, among);
    }
}
