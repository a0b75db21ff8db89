package com.regulars.shared.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * Lets the application's role work with every table after the migrations: it may read and add everywhere, change and
 * delete only where rows may change. It changes grants only where they differ, so an ordinary start writes nothing.
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
            "settlement_refund",
            "settlement_refund_tender",
            "settlement_refund_line",
            "feedback_event");

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
        String tables = INSERT_ONLY.stream().map(table -> "'" + table + "'").collect(Collectors.joining(", "));
        try (var statement = context.getConnection().createStatement()) {
            statement.execute(script().replace("${role}", literal(role)).replace("${insertOnly}", tables));
        } catch (SQLException refused) {
            throw new FlywayException("The grants of the application's role could not be given", refused);
        }
    }

    @Override
    public String getCallbackName() {
        return "grants to the application's role";
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
