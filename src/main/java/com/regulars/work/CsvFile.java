package com.regulars.work;

import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file read row by row. What is wrong with a row – a byte of another encoding, a quote that never ends, a line
 * without end – spoils that row only: it is refused when it is read, and the next row is the next line.
 */
final class CsvFile implements Closeable {

    private static final int MOST_LINES_OF_A_ROW = 50;
    private static final char BROKEN = '\uFFFD';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final LineReader lines;
    private final long expectedRows;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private CSVFormat format = CSVFormat.RFC4180;

    private CsvFile(LineReader lines, long expectedRows) {
        this.lines = lines;
        this.expectedRows = expectedRows;
    }

    /** @throws RefusedException {@code IMPORT_EMPTY} or {@code IMPORT_HEADER} when the first line names no columns */
    static CsvFile open(Path path) throws IOException {
        var found = TextEncoding.of(path);
        var decoder = found.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(BROKEN));
        var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(path), decoder), 1 << 16);
        var file = new CsvFile(new LineReader(reader), Math.max(found.lines() - 2, 0));
        try {
            file.readHeader();
            return file;
        } catch (IOException | RuntimeException unreadable) {
            file.close();
            throw unreadable;
        }
    }

    /** The names in the first line, lower case, in their order. */
    List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    /** How many rows there are, as far as the number of line ends tells. */
    long expectedRows() {
        return expectedRows;
    }

    private void readHeader() throws IOException {
        var first = lines.next();
        if (first == null || first.text().isBlank()) {
            throw new RefusedException("IMPORT_EMPTY");
        }
        String header = first.text().charAt(0) == BYTE_ORDER_MARK ? first.text().substring(1) : first.text();
        format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(header))
                .setIgnoreSurroundingSpaces(true)
                .get();
        for (String name : parse(header)) {
            String column = name.strip().toLowerCase(Locale.ROOT);
            if (columns.putIfAbsent(column, columns.size()) != null || column.indexOf(BROKEN) >= 0) {
                throw new RefusedException("IMPORT_HEADER", column);
            }
        }
    }

    private static char delimiter(String header) {
        return header.indexOf(',') >= 0 ? ',' : header.indexOf('\t') >= 0 ? '\t' : header.indexOf(';') >= 0 ? ';' : ',';
    }

    /** The next row, readable or not; null at the end. */
    @Nullable
    Read next() throws IOException {
        var first = lines.next();
        while (first != null && first.text().isBlank()) {
            first = lines.next();
        }
        return first == null ? null : read(first);
    }

    /** A row, and what is wrong with it as a whole. */
    record Read(CsvRow row, @Nullable InvalidFieldException problem) {}

    private Read read(LineReader.Line first) throws IOException {
        if (first.cut()) {
            return refused(first, List.of(first.text().substring(0, 200)), "import.tooLong");
        }
        String text = whole(first);
        if (text == null) {
            return refused(first, List.of(first.text()), "import.quote");
        }
        try {
            List<String> values = parse(text);
            String problem = problem(text, values);
            return problem == null ? new Read(row(first, values), null) : refused(first, values, problem);
        } catch (IOException | UncheckedIOException | IllegalStateException misquoted) {
            return refused(first, List.of(first.text()), "import.quote");
        }
    }

    /** The line with those it goes on in, because a quoted value holds a line end; null when the quote never ends. */
    private @Nullable String whole(LineReader.Line first) throws IOException {
        if (evenQuotes(first.text())) {
            return first.text();
        }
        StringBuilder text = new StringBuilder(first.text());
        List<LineReader.Line> taken = new ArrayList<>();
        while (taken.size() < MOST_LINES_OF_A_ROW && text.length() < LineReader.LONGEST) {
            var more = lines.next();
            if (more == null) {
                break;
            }
            taken.add(more);
            text.append('\n').append(more.text());
            if (!evenQuotes(more.text())) {
                return text.toString();
            }
        }
        lines.giveBack(taken);
        return null;
    }

    private static boolean evenQuotes(String text) {
        return text.chars().filter(character -> character == '"').count() % 2 == 0;
    }

    private List<String> parse(String text) throws IOException {
        try (var parser = CSVParser.parse(text, format)) {
            var records = parser.iterator();
            return records.hasNext() ? records.next().toList() : List.of();
        }
    }

    private @Nullable String problem(String text, List<String> values) {
        if (text.indexOf(BROKEN) >= 0) {
            return "import.bytes";
        }
        if (text.indexOf('\0') >= 0) {
            return "import.control";
        }
        boolean tooMany = values.size() > columns.size()
                && values.subList(columns.size(), values.size()).stream().anyMatch(value -> !value.isBlank());
        return tooMany ? "import.tooManyValues" : null;
    }

    private CsvRow row(LineReader.Line line, List<String> values) {
        return new CsvRow(line.number(), values, columns);
    }

    private Read refused(LineReader.Line line, List<String> values, String code) {
        var storable = values.stream().map(value -> value.replace('\0', BROKEN)).toList();
        return new Read(row(line, storable), new InvalidFieldException("", code));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
