package com.regulars.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTests {

    @ParameterizedTest
    @ValueSource(strings = {"𠮷野家", "👨‍👩‍👧", "محمد", "สมชาย", "阿布都·热合曼", "O’Brien", "two\nlines\tof text", ""})
    void takesTheNamesOfPeopleEverywhere(String text) {
        assertThat(PlainText.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000",
                "a\u001b[2J",
                "a\u202Eb",
                "a\u2067b",
                "a\u2028b",
                "a\uFEFF",
                "a\uD83D",
                "\uDC00a",
                "a\u0085b"
            })
    void refusesWhatIsNotWhatItLooksLike(String text) {
        assertThat(PlainText.is(text)).isFalse();
    }
}
