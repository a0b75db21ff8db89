package com.regulars.customer.observation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known of a guest by having been noted. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class ObservationQueries {

    private static final Duration STILL_SHOWN = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    /** Those that hold, and for ten minutes those that were just retired, so that they can be brought back. */
    public List<NotedObservation> of(long customerId) {
        return jdbc.sql("""
                        select id, customer_id, category, text, noted_at, noted_by_key, noted_by_name, retired_at
                          from customer_observation
                         where customer_id = :id and (retired_at is null or retired_at > :lately)
                         order by (category = 'DIETARY') desc, id desc limit 50
                        """)
                .param("id", customerId)
                .param("lately", clock.instant().minus(STILL_SHOWN).atOffset(ZoneOffset.UTC))
                .query(ObservationQueries::observation)
                .list();
    }

    private static NotedObservation observation(ResultSet row, int number) throws SQLException {
        var retired = row.getObject("retired_at", OffsetDateTime.class);
        return new NotedObservation(
                row.getLong("id"),
                row.getLong("customer_id"),
                ObservationCategory.valueOf(row.getString("category")),
                row.getString("text"),
                row.getObject("noted_at", OffsetDateTime.class).toInstant(),
                row.getString("noted_by_key"),
                row.getString("noted_by_name"),
                retired == null ? null : retired.toInstant());
    }
}
