package com.regulars.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

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
}
