package com.regulars.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.regulars.shared.RefusedException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTests {

    @TempDir
    Path folder;

    @Test
    void findsValuesByTheNamesInTheFirstLine() throws IOException {
        assertThat(rows("NAME , phone\n 张三 ,138\n", "name", "phone")).containsExactly("2: 张三|138");
    }

    @Test
    void readsQuotedValuesWithCommasQuotesAndLineEnds() throws IOException {
        assertThat(rows("name,note\r\n\"a,\"\"b\",\"two\r\nlines\"\r\nc,d\r\n", "name", "note"))
                .containsExactly("2: a,\"b|two\nlines", "4: c|d");
    }

    @Test
    void aQuoteThatNeverEndsSpoilsItsLineOnly() throws IOException {
        assertThat(rows("name\n\"a\nb\nc\n", "name")).containsExactly("2: import.quote", "3: b", "4: c");
    }

    @Test
    void aLineWithoutEndDoesNotFillTheMemory() throws IOException {
        assertThat(rows("name\n" + "x".repeat(300_000) + "\nb\n", "name")).containsExactly("2: import.tooLong", "3: b");
    }

    @Test
    void tellsGb18030FromUtf8() throws IOException {
        assertThat(encoding("张三,联通\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(StandardCharsets.UTF_8);
        assertThat(encoding("张三,联通\n".getBytes(Charset.forName("GB18030")))).isEqualTo(TextEncoding.GB18030);
        assertThat(encoding("plain\n".getBytes(StandardCharsets.US_ASCII))).isEqualTo(StandardCharsets.UTF_8);
        assertThat(encoding("caf\u00e9 x\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void refusesAFileWithoutColumns() {
        assertThatThrownBy(() -> rows("", "name"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo("IMPORT_EMPTY"));
        assertThatThrownBy(() -> rows("a,a\n", "name")).isInstanceOf(RefusedException.class);
    }

    @Test
    void equalRowsGetKeysOfTheirOwnAndTheSameAgain() {
        var first = new RowKeys();
        var again = new RowKeys();
        assertThat(List.of(first.next("a"), first.next("b"), first.next("a"))).doesNotHaveDuplicates();
        for (int i = 0; i < 10_000; i++) {
            first.next(i);
        }
        assertThat(first.next("a")).isNotEqualTo(again.next("a"));
        again.next("a");
        assertThat(first.next("a")).isNotEqualTo(again.next("a"));
        assertThat(new RowKeys().next("a")).isEqualTo(new RowKeys().next("a"));
    }

    private List<String> rows(String text, String... columns) throws IOException {
        List<String> rows = new ArrayList<>();
        try (var file = CsvFile.open(written(text.getBytes(StandardCharsets.UTF_8)))) {
            for (var read = file.next(); read != null; read = file.next()) {
                var row = read.row();
                String text1 = read.problem() != null
                        ? read.problem().getCode()
                        : String.join(
                                "|",
                                java.util.Arrays.stream(columns)
                                        .map(column -> String.valueOf(row.find(column)))
                                        .toList());
                rows.add(row.line() + ": " + text1);
            }
        }
        return rows;
    }

    private Charset encoding(byte[] bytes) throws IOException {
        return TextEncoding.of(written(bytes)).charset();
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file.csv"), bytes);
    }
}
