package com.regulars.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTests {

    @ParameterizedTest
    @CsvSource({
        "2000,50000,10000",
        "2000,12,2",
        "2000,13,3",
        "833,10000,833",
        "5000,1,1",
        "5000,3,2",
        "4999,1,0",
        "1,5000,1",
        "1,4999,0",
        "10000,987654321,987654321",
        "0,987654321,0",
        "2000,0,0"
    })
    void takesItsShareOfAnAmountHalvesRoundedUp(int basisPoints, long amount, long share) {
        assertThat(new Rate(basisPoints).ofRoundedHalfUp(amount)).isEqualTo(share);
    }

    @Test
    void percentAreHundredBasisPoints() {
        assertThat(Rate.ofPercent(20)).isEqualTo(new Rate(2_000));
        assertThat(Rate.ofPercent(100).basisPoints()).isEqualTo(10_000);
        assertThat(Rate.ofPercent(0)).isEqualTo(Rate.ZERO);
    }

    @Test
    void liesBetweenNothingAndAll() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(10_001));
        assertThat(new Rate(10_000).isZero()).isFalse();
        assertThat(new Rate(1).isZero()).isFalse();
        assertThat(new Rate(0).isZero()).isTrue();
    }

    @Test
    void saysSoWhenAnAmountIsTooLargeInsteadOfWrappingAround() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Rate(10_000).ofRoundedHalfUp(Long.MAX_VALUE / 1_000));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Rate.ofPercent(Integer.MAX_VALUE));
    }
}
