package com.regulars.card.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.regulars.card.programme.ProgrammeTerms.MemberPrice;
import com.regulars.card.programme.ProgrammeTerms.Points;
import com.regulars.card.programme.ProgrammeTerms.StoredValue;
import com.regulars.card.programme.ProgrammeTerms.Tier;
import com.regulars.card.programme.ProgrammeTerms.VisitBonus;
import com.regulars.ledger.SpendOrder;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProgrammeTermsTests {

    @ParameterizedTest
    @CsvSource({"99999,0", "100000,8000", "999999,8000", "1000000,200000", "9000000,200000"})
    void anAmountReachesTheHighestTierThatBeginsNotAboveIt(long amount, long bonus) {
        var stored = storedValue(new Tier(1_000_000, 200_000), new Tier(100_000, 8_000));
        assertThat(stored.tierFor(amount).map(Tier::bonusMinor).orElse(0L)).isEqualTo(bonus);
    }

    @ParameterizedTest
    @CsvSource({"100,2999,0", "100,3000,60", "100,3099,60", "100,3100,62"})
    void pointsAreRoundedDownAndSmallBillsEarnNone(long perMinor, long paid, long points) {
        assertThat(new PointsTerms(2, perMinor, 3_000, null).earnedOn(paid)).isEqualTo(points);
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void termsThatMakeNoSenseDoNotExist(ThrowingCallable making) {
        assertThatIllegalArgumentException().isThrownBy(making);
    }

    static Stream<ThrowingCallable> nonsense() {
        return Stream.of(
                () -> new Tier(0, 1),
                () -> new Tier(1, -1),
                () -> storedValue(new Tier(100, 1), new Tier(100, 2)),
                () -> new StoredValue(List.of(), SpendOrder.BONUS_FIRST, -1L, null, null),
                () -> new StoredValue(List.of(), SpendOrder.BONUS_FIRST, null, -1L, null),
                () -> new StoredValue(List.of(), SpendOrder.BONUS_FIRST, null, null, -1L),
                () -> new PointsTerms(-1, 1, 0, null),
                () -> new PointsTerms(1, 0, 0, null),
                () -> new PointsTerms(1, 1, -1, null),
                () -> new PointsTerms(1, 1, 0, 0L),
                () -> new Points(new PointsTerms(1, 1, 0, null), 0, null),
                () -> new VisitBonus(0, 1, 1),
                () -> new VisitBonus(1, 0, 1),
                () -> new VisitBonus(1, 1, -1),
                () -> new MemberPrice(-1, 1),
                () -> new MemberPrice(0, 0));
    }

    private static StoredValue storedValue(Tier... tiers) {
        return new StoredValue(List.of(tiers), SpendOrder.PRINCIPAL_FIRST, null, null, null);
    }
}
