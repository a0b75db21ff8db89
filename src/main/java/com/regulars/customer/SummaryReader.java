package com.regulars.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Reads a customer as other modules see them from a row of any query that has the columns. */
@Component
@RequiredArgsConstructor
public class SummaryReader {

    private final PhoneNumbers phones;

    public CustomerSummary summary(ResultSet row, int number) throws SQLException {
        return new CustomerSummary(
                row.getLong("id"),
                row.getString("number"),
                row.getString("name"),
                CustomerKind.valueOf(row.getString("kind")),
                phones.mask(row.getString("phone")),
                LifecycleStage.valueOf(row.getString("stage")),
                row.getString("quadrant"),
                row.getString("rating_status"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
