package com.regulars.feedback;

import com.regulars.access.ActedBy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** How rows of the ticket tables are read. */
final class TicketRows {

    static final String COLUMNS = """
            select t.id, t.number, t.status, t.venue_id, t.customer_id, t.guest_name, t.source, t.category, t.severity,
                   t.product, t.occurred_on, t.text, t.taken_at, t.taken_by_key, t.taken_by_name, t.owner_key, t.owner_name,
                   t.offered_key, t.offered_name, t.result, t.solved_by_key, t.solved_by_name, t.solved_at, t.version
            """;

    static final String SELECT = COLUMNS + " from feedback_ticket t";

    private TicketRows() {}

    static TicketSummary summary(ResultSet row, int number) throws SQLException {
        return new TicketSummary(
                row.getLong("id"),
                row.getString("number"),
                TicketStatus.valueOf(row.getString("status")),
                row.getLong("venue_id"),
                row.getObject("customer_id", Long.class),
                row.getString("guest_name"),
                TicketSource.valueOf(row.getString("source")),
                TicketCategory.valueOf(row.getString("category")),
                Severity.valueOf(row.getString("severity")),
                row.getString("product"),
                row.getObject("occurred_on", LocalDate.class),
                row.getString("text"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                ActedBy.from(row, "taken_by"),
                row.getString("owner_key"),
                row.getString("owner_name"),
                row.getString("offered_key"),
                row.getString("offered_name"),
                row.getString("result"),
                ActedBy.findFrom(row, "solved_by"),
                instant(row.getObject("solved_at", OffsetDateTime.class)),
                row.getInt("version"));
    }

    static TicketDetails.Line line(ResultSet row, int number) throws SQLException {
        return new TicketDetails.Line(
                TicketEventKind.valueOf(row.getString("kind")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                ActedBy.from(row, "actor"),
                row.getString("note"));
    }

    /** What was typed, as text that LIKE takes literally. */
    static String literal(String typed) {
        return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime value) {
        return value == null ? null : value.toInstant();
    }
}
