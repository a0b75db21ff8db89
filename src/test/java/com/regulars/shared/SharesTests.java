package com.regulars.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTests {

    @Test
    void hundredPointsOverTwoAndOneFiftyAre57And43() {
        assertThat(Shares.split(100, new long[] {200, 150})).containsExactly(57, 43);
    }

    @Test
    void everyPartIsRoundedHalfUpAndTheLastWithAWeightTakesTheRest() {
        assertThat(Shares.split(100, new long[] {1, 1, 1})).containsExactly(33, 33, 34);
        assertThat(Shares.split(50, new long[] {28, 22, 0})).containsExactly(28, 22, 0);
    }

    @Test
    void noPartCarriesMoreThanItsWeightNorLessThanNothing() {
        long[] parts = Shares.split(4, new long[] {4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 1});
        assertThat(parts[10]).isLessThanOrEqualTo(1);
        assertThat(Arrays.stream(parts).sum()).isEqualTo(4);
        assertThat(Shares.split(2, new long[] {1, 1, 1, 1})).containsExactly(1, 1, 0, 0);
    }

    @Test
    void nothingCannotCarryAnAmount() {
        assertThatIllegalArgumentException().isThrownBy(() -> Shares.split(1, new long[] {0, 0}));
        assertThat(Shares.split(0, new long[] {0, 0})).containsExactly(0, 0);
    }

    @Test
    void refusesToShareLessThanNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Shares.split(-1, new long[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> Shares.split(1, new long[] {2, -1}));
    }

    @Test
    void moreThanTheWeightsCarryIsSharedByThemAllTheSame() {
        assertThat(Shares.split(10, new long[] {1, 1})).containsExactly(5, 5);
        assertThat(Shares.split(7, new long[] {2, 0, 1})).containsExactly(5, 0, 2);
    }

    @Test
    void asMuchAsTheWeightsCarryFillsEachOfThem() {
        assertThat(Shares.split(5, new long[] {2, 3})).containsExactly(2, 3);
        assertThat(Shares.split(6, new long[] {1, 0, 2, 3, 0})).containsExactly(1, 0, 2, 3, 0);
        assertThat(Shares.split(1, new long[] {1})).containsExactly(1);
    }

    @Test
    void partsTooSmallToRoundUpLeaveTheAmountToThoseBehind() {
        assertThat(Shares.split(2, new long[] {1, 1, 1, 1, 1, 1})).containsExactly(0, 0, 0, 0, 1, 1);
        assertThat(Shares.split(3, new long[] {1, 1, 1, 1, 1})).containsExactly(1, 1, 1, 0, 0);
    }

    @Test
    void refusesWeightsThatNoNumberHolds() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Shares.split(1, new long[] {Long.MAX_VALUE, 1}));
    }

    @ParameterizedTest
    @CsvSource({"10,1,4,3,2", "10,1,3,3,3", "1,1,2,1,0", "5,0,7,0,0", "5,7,7,5,5", "3,1,0,0,0"})
    void proportionIsRoundedHalfUpOrDown(long amount, long part, long whole, long halfUp, long down) {
        assertThat(Shares.proportion(amount, part, whole)).isEqualTo(halfUp);
        assertThat(Shares.proportionRoundedDown(amount, part, whole)).isEqualTo(down);
    }

    @Test
    void proportionsAreExactWhereSixtyFourBitsAreNotEnough() {
        long large = 4_000_000_000_000_000_001L;
        assertThat(Shares.proportion(large, large - 2, large)).isEqualTo(large - 2);
        assertThat(Shares.proportionRoundedDown(large, large - 2, large)).isEqualTo(large - 2);
    }
}
