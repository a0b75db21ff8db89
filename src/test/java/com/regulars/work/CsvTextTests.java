package com.regulars.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+49",
                "-1",
                "@SUM(A1)",
                "\tx",
                "\rx",
                " =1",
                "\n=1",
                "\r\n=1",
                "\u00A0=1",
                "\uFEFF=1",
                "\uFEFF\u00A0\n =1",
                "\u3000=1",
                "\u200B=1",
                "\u202E=1",
                "\u0001=1",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20x"
            })
    void guardsWhatASpreadsheetWouldCompute(String value) {
        assertThat(CsvText.guarded(value)).isEqualTo("'" + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "张三", "a=1", "1-1", "'x", "\uFEFF张三"})
    void leavesOtherTextAsItIs(String value) {
        assertThat(CsvText.guarded(value)).isEqualTo(value);
    }

    @Test
    void givesTheValueBackWhenTheFileIsSentAgain() {
        var row = new CsvRow(2, List.of(CsvText.guarded("=1+1"), CsvText.guarded("\u00A0+1")), Map.of("a", 0, "b", 1));
        assertThat(row.get("a")).isEqualTo("=1+1");
        assertThat(row.get("b")).isEqualTo("\u00A0+1");
    }
}
