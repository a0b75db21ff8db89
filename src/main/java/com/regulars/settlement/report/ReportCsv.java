package com.regulars.settlement.report;

import com.regulars.ledger.PostingKind;
import com.regulars.ledger.TenderType;
import com.regulars.shift.CashMovement;
import com.regulars.shift.ShiftRow;
import com.regulars.venue.MoneyFormat;
import com.regulars.work.CsvText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A report as a table for spreadsheets: what, which, how often, how much. No text in it can pass for a formula. */
@Component
@RequiredArgsConstructor
class ReportCsv {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final MessageSource messages;
    private final MoneyFormat money;

    /** The answer that saves a table under a name. */
    static ResponseEntity<byte[]> file(String table, String name) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .body(table.getBytes(StandardCharsets.UTF_8));
    }

    String of(ShiftReport report, Locale language) {
        return table(language, rows -> {
            shift(report, rows);
            figures(report.figures(), rows);
            drawer(report, rows);
        });
    }

    String of(DayReport report, Locale language) {
        return table(language, rows -> {
            rows.text("shift", "venue", report.venue().name());
            rows.text("shift", "day", report.day().toString());
            figures(report.figures(), rows);
            for (ShiftRow row : report.shifts()) {
                rows.drawer(row);
            }
        });
    }

    private String table(Locale language, Part part) {
        var text = new StringBuilder(BYTE_ORDER_MARK);
        try (var csv = new CSVPrinter(text, CSVFormat.EXCEL)) {
            var rows = new Rows(csv, language);
            rows.head();
            part.write(rows);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** A part of a table. */
    private interface Part {

        void write(Rows rows) throws IOException;
    }

    private void shift(ShiftReport report, Rows rows) throws IOException {
        ZoneId zone = report.venue().zone();
        var shift = report.shift();
        rows.text("shift", "number", String.valueOf(shift.id()));
        rows.text("shift", "venue", report.venue().name());
        rows.text("shift", "till", shift.till());
        rows.text("shift", "cashier", shift.openedBy());
        rows.text("shift", "opened", MINUTE.format(shift.openedAt().atZone(zone)));
        if (shift.closedAt() != null) {
            rows.text("shift", "closed", MINUTE.format(shift.closedAt().atZone(zone)));
        }
    }

    private void figures(Figures figures, Rows rows) throws IOException {
        tenders("takings", figures.takings(), rows);
        tenders("topUps", figures.byTender(PostingKind.TOP_UP), rows);
        tenders("cardFees", figures.byTender(PostingKind.CARD_FEE), rows);
        tenders("refunds", figures.byTender(PostingKind.BILL_REFUND), rows);
        for (TenderType tender : figures.tenders()) {
            if (figures.otherwiseMinor(tender) != 0) {
                rows.amount("other", "settlement.tender." + tender, null, figures.otherwiseMinor(tender));
            }
        }
        for (PostingKind kind : List.of(PostingKind.TOP_UP, PostingKind.BILL, PostingKind.BILL_REFUND)) {
            var moved = figures.storedValue(kind);
            if (moved.count() > 0) {
                rows.amount("principal", "settlement.report.kind." + kind, moved.count(), -moved.principalMinor());
                rows.amount("bonus", "settlement.report.kind." + kind, moved.count(), -moved.bonusMinor());
            }
        }
        for (var discount : figures.discounts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            Amount amount = discount.getValue();
            rows.amount("discounts", "settlement.rule." + discount.getKey(), amount.count(), amount.amountMinor());
        }
    }

    private static void tenders(String section, Map<TenderType, Amount> amounts, Rows rows) throws IOException {
        for (var each : amounts.entrySet()) {
            Amount amount = each.getValue();
            rows.amount(section, "settlement.tender." + each.getKey(), amount.count(), amount.amountMinor());
        }
    }

    private static void drawer(ShiftReport report, Rows rows) throws IOException {
        String key = "settlement.report.drawer.";
        rows.amount("drawer", key + "float", null, report.shift().floatMinor());
        for (CashMovement movement : report.details().movements()) {
            rows.row("drawer", movement.reason(), null, movement.signedMinor());
        }
        rows.amount("drawer", key + "expected", null, report.expectedCashMinor());
        rows.amount("drawer", key + "counted", null, report.countedCashMinor());
        rows.amount("drawer", key + "difference", null, report.differenceMinor());
        for (var explanation : report.details().explanations()) {
            rows.text("drawer", "reason", explanation.reason());
        }
    }

    /** The rows of one file in one language. */
    private final class Rows {

        private final CSVPrinter csv;
        private final Locale language;

        Rows(CSVPrinter csv, Locale language) {
            this.csv = csv;
            this.language = language;
        }

        void head() throws IOException {
            csv.printRecord(say("head.section"), say("head.what"), say("head.count"), say("head.amount"));
        }

        void text(String section, String key, String value) throws IOException {
            csv.printRecord(say("section." + section), say("csv." + key), "", CsvText.guarded(value));
        }

        /** What a shift's drawer differed by. */
        void drawer(ShiftRow row) throws IOException {
            Long difference = row.differenceMinor();
            if (difference != null) {
                row(
                        "drawer",
                        row.shift().till() + " " + row.shift().openedBy(),
                        row.shift().id(),
                        difference);
            }
        }

        /** Nothing where the amount is not known. */
        void amount(String section, String key, @Nullable Long count, @Nullable Long minor) throws IOException {
            if (minor != null) {
                row(section, messages.getMessage(key, null, language), count, minor);
            }
        }

        void row(String section, String what, @Nullable Long count, long minor) throws IOException {
            csv.printRecord(
                    say("section." + section), CsvText.guarded(what), count == null ? "" : count, money.input(minor));
        }

        private String say(String key) {
            return messages.getMessage("settlement.report." + key, null, language);
        }
    }
}
