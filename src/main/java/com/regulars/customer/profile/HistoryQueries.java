package com.regulars.customer.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was changed on a card, by whom and when, newest first (R1.8). */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class HistoryQueries {

    private final JdbcClient jdbc;
    private final ProfileWords words;

    public List<ShownChange> of(long customerId, int limit) {
        return jdbc.sql("""
                        select field, old_value, new_value, changed_at, changed_by_key, changed_by_name from customer_change
                         where customer_id = :id order by id desc limit :limit
                        """)
                .param("id", customerId)
                .param("limit", limit)
                .query(this::change)
                .list();
    }

    /** The name of who changed the card last. */
    public String lastEditor(long customerId) {
        return of(customerId, 1).stream().map(ShownChange::byName).findFirst().orElse("?");
    }

    private ShownChange change(ResultSet row, int number) throws SQLException {
        String field = row.getString("field");
        return new ShownChange(
                field,
                words.readable(field, row.getString("old_value")),
                words.readable(field, row.getString("new_value")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by_key"),
                row.getString("changed_by_name"));
    }
}
