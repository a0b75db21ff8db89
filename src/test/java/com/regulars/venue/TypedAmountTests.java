package com.regulars.venue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedAmountTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.5|1250",
                "1,200.50|120050",
                "１２００|120000",
                "￥1,200|120000",
                "¥１，２００．５０|120050",
                "1200元|120000",
                "12。50|1250",
                "1 200|120000",
                "CNY 20,000|2000000",
                "10,000,000,000.00|1000000000000",
                "0|0"
            })
    void readsAmountsAsPeopleTypeThem(String typed, long minor) {
        assertThat(TypedAmount.minor(typed, 2)).hasValue(minor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12,50",
                "1,2000",
                ",200",
                "12,345,67",
                "1.200,50",
                "-5",
                "12.345",
                "abc",
                "1e3",
                "¥",
                "10000000000.01"
            })
    void refusesWhatCouldMeanSomethingElse(String typed) {
        assertThat(TypedAmount.minor(typed, 2)).isEmpty();
    }

    @Test
    void countsInTheUnitsOfTheCurrency() {
        assertThat(TypedAmount.minor("1,200", 0)).hasValue(1200);
        assertThat(TypedAmount.minor("1,200.5", 0)).isEmpty();
    }
}
