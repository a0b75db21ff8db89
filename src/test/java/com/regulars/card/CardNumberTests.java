package com.regulars.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumberTests {

    /** Numbers whose check digit was reckoned by hand and with other programs. */
    @ParameterizedTest
    @ValueSource(strings = {"4111111111111111", "4012888888881881", "5555555555554444", "6011000990139424"})
    void lastDigitFitsTheOthers(String digits) {
        assertThat(new CardNumber(digits).isPlausible()).isTrue();
    }

    @Test
    void noticesEverySingleMistypedDigit() {
        String right = "4012888888881881";
        for (int place = 0; place < 16; place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                var typed = new StringBuilder(right);
                typed.setCharAt(place, digit);
                assertThat(new CardNumber(typed.toString()).isPlausible())
                        .as(typed.toString())
                        .isEqualTo(digit == right.charAt(place));
            }
        }
    }

    @RepeatedTest(50)
    void newNumbersBeginWithTheHouseAndArePlausible() {
        var number = CardNumber.random();
        assertThat(number.digits()).hasSize(16).startsWith("6028");
        assertThat(number.isPlausible()).isTrue();
        assertThat(CardNumber.random()).isNotEqualTo(number);
    }

    @Test
    void showsFourDigitsAtEitherEnd() {
        var number = new CardNumber("6028123412342185");
        assertThat(number.masked()).isEqualTo("6028 **** **** 2185");
        assertThat(number).hasToString("6028 **** **** 2185");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "602812341234218", "60281234123421850", "602812341234218x", "６０２８１２３４１２３４２１８５"})
    void refusesWhatAreNotSixteenDigits(String digits) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CardNumber(digits));
    }
}
