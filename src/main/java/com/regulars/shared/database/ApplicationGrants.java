package com.regulars.shared.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * Lets the application's role work with every table after the migrations: it may read and add everywhere, change and
 * delete only where rows may change, and of some rows only the columns that may. It changes grants only where they differ, so an ordinary start writes nothing.
 */
final class ApplicationGrants implements Callback {

    /** Tables whose rows are never changed: what was booked and what was done is corrected by adding. */
    static final List<String> INSERT_ONLY = List.of(
            "audit_line",
            "customer_change",
            "ledger_posting",
            "ledger_entry",
            "ledger_draw",
            "ledger_verification",
            "ledger_finding",
            "ledger_seal",
            "ledger_sealed",
            "card_top_up",
            "coupon_transfer",
            "card_top_up_reversal",
            "card_replacement",
            "settlement_guest",
            "settlement_refund",
            "settlement_refund_tender",
            "settlement_refund_line",
            "feedback_event",
            "shift_cash_movement",
            "shift_closing",
            "shift_counted",
            "shift_explanation",
            "shift_handover");

    /** Tables whose rows stay as they were written but for these columns: what refunds and reprints count. */
    static final Map<String, List<String>> CHANGEABLE = Map.of(
            "settlement",
                    List.of(
                            "refunded_minor",
                            "points_worth_back_minor",
                            "points_returned",
                            "points_clawed_back",
                            "refunded_whole",
                            "receipts_printed"),
            "settlement_line", List.of("refunded_quantity"),
            "settlement_tender", List.of("refunded_minor"),
            "settlement_coupon", List.of("returned"),
            "ledger_lot", List.of("amount_left", "bonus_left"),
            "ledger_receipt_counter", List.of("last_number"),
            "shift", List.of("closed_at"));

    private final @Nullable String role;

    ApplicationGrants(@Nullable String role) {
        this.role = role;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE && role != null;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try (var statement = context.getConnection().createStatement()) {
            statement.execute(script().replace("${role}", literal(role))
                    .replace("${insertOnly}", literals(INSERT_ONLY.stream()))
                    .replace("${changeable}", literals(changeableColumns())));
        } catch (SQLException refused) {
            throw new FlywayException("The grants of the application's role could not be given", refused);
        }
    }

    @Override
    public String getCallbackName() {
        return "grants to the application's role";
    }

    /** Each as {@code table.column}. */
    static Stream<String> changeableColumns() {
        return CHANGEABLE.entrySet().stream()
                .flatMap(table -> table.getValue().stream().map(column -> table.getKey() + "." + column));
    }

    private static String literals(Stream<String> names) {
        return names.map(ApplicationGrants::literal).collect(Collectors.joining(", "));
    }

    private static String literal(@Nullable String name) {
        return "'" + String.valueOf(name).replace("'", "''") + "'";
    }

    private static String script() {
        try {
            return new ClassPathResource("db/grants.sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
