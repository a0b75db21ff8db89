package com.regulars.card;

import com.regulars.card.programme.PointsTerms;
import com.regulars.card.programme.ProgrammeTerms;
import com.regulars.card.programme.ProgrammeTerms.Points;
import com.regulars.card.programme.ProgrammeTerms.StoredValue;
import com.regulars.ledger.LockedAccounts;
import com.regulars.ledger.SpendOrder;
import java.util.Arrays;
import java.util.List;

/** Cards taken into use without a database, for tests of what a bill or a refund posts. */
public final class CardsInUseExamples {

    static final StoredValue STORED_VALUE = new StoredValue(List.of(), SpendOrder.BONUS_FIRST, null, null, null);
    static final Points POINTS_FOR_A_YEAR = new Points(new PointsTerms(1, 100, 0, 1L), 12, null);
    static final ProgrammeTerms COMBINED = new ProgrammeTerms(STORED_VALUE, null, POINTS_FOR_A_YEAR, null);

    private CardsInUseExamples() {}

    /** Active cards that store value, spend bonus first and earn a point for 100 that lives for a year. */
    public static CardsInUse combined(long... cardIds) {
        return new CardsInUse(
                LockedAccounts.none(),
                Arrays.stream(cardIds)
                        .mapToObj(id -> card(id, CardStatus.ACTIVE, COMBINED))
                        .toList());
    }

    static CardAtTill card(long id, CardStatus status, ProgrammeTerms terms) {
        return new CardAtTill(id, status, null, false, terms);
    }
}
