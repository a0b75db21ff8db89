package com.regulars.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeakPinsTests {

    private static final LocalDate BORN = LocalDate.of(1988, 3, 21);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000000", "777777", "012345", "123456", "456789", "987654", "543210", "880321", "210388", "032188"
            })
    void whatIsTriedFirstIsWeak(String pin) {
        assertThat(WeakPins.has(pin, BORN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"000001", "112233", "123457", "890123", "135790", "246810", "198803", "880322"})
    void othersAreNot(String pin) {
        assertThat(WeakPins.has(pin, BORN)).isFalse();
    }

    @Test
    void aBirthdayNobodyToldCannotBeGuessed() {
        assertThat(WeakPins.has("880321", null)).isFalse();
    }
}
