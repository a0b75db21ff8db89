package com.regulars.card.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.card.programme.ProgrammeTerms.StoredValue;
import com.regulars.card.programme.ProgrammeTerms.Tier;
import com.regulars.ledger.SpendOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopUpTierTests {

    private static final Tier SMALL = new Tier(500_00, 50_00);
    private static final Tier LARGE = new Tier(10_000_00, 2_000_00);

    private final StoredValue terms =
            new StoredValue(List.of(LARGE, SMALL), SpendOrder.PRINCIPAL_FIRST, null, null, null);

    @Test
    void highestTierReachedGivesItsBonus() {
        assertThat(terms.tierFor(499_99)).isEmpty();
        assertThat(terms.tierFor(500_00)).contains(SMALL);
        assertThat(terms.tierFor(9_999_99)).contains(SMALL);
        assertThat(terms.tierFor(10_000_00)).contains(LARGE);
        assertThat(terms.tierFor(30_000_00)).contains(LARGE);
    }

    @Test
    void tiersAreKeptLowestFirst() {
        assertThat(terms.tiers()).containsExactly(SMALL, LARGE);
    }
}
