package com.regulars.customer;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.NotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Observations: dropped in one line, retired when they are no longer true, never overwritten (R1.3, R1.8). */
@Service
@RequiredArgsConstructor
@Transactional
public class Observations {

    private static final int LONGEST = 500;
    private static final Duration STILL_SHOWN = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final CustomerFields fields;
    private final CurrentActor currentActor;
    private final Clock clock;

    /** Those that hold, and for ten minutes those that were just retired, so that they can be brought back. */
    @Transactional(readOnly = true)
    public List<Observation> of(long customerId) {
        return jdbc.sql("""
                        select id, customer_id, category, text, noted_at, noted_by_key, noted_by_name, retired_at from customer_observation
                         where customer_id = :id and (retired_at is null or retired_at > :lately)
                         order by (category = 'DIETARY') desc, id desc limit 50
                        """)
                .param("id", customerId)
                .param("lately", clock.instant().minus(STILL_SHOWN).atOffset(ZoneOffset.UTC))
                .query(Observations::observation)
                .list();
    }

    @Requires(Permission.CUSTOMER_EDIT)
    public void add(long customerId, ObservationCategory category, @Nullable String typed) {
        String text = fields.text("text", typed, LONGEST);
        if (text == null) {
            throw new InvalidFieldException("text", "customer.observation");
        }
        jdbc.sql("""
                        insert into customer_observation (id, customer_id, category, text, noted_at, noted_by_key, noted_by_name)
                        values (nextval('customer_observation_seq'), :customer, :category, :text, :now, :key, :name)
                        """)
                .param("customer", customerId)
                .param("category", category.name())
                .param("text", text)
                .param("now", now())
                .param("key", currentActor.get().key())
                .param("name", currentActor.get().name())
                .update();
    }

    @Requires(Permission.CUSTOMER_EDIT)
    public void retire(long customerId, long id) {
        change(customerId, id, now(), currentActor.get());
    }

    /** Brings a retired observation back. */
    @Requires(Permission.CUSTOMER_EDIT)
    public void restore(long customerId, long id) {
        change(customerId, id, null, null);
    }

    private void change(long customerId, long id, @Nullable OffsetDateTime retiredAt, @Nullable Actor by) {
        int changed = jdbc.sql("""
                        update customer_observation set retired_at = :at, retired_by_key = :key, retired_by_name = :name
                         where id = :id and customer_id = :customer
                        """)
                .param("at", retiredAt)
                .param("key", by == null ? null : by.key())
                .param("name", by == null ? null : by.name())
                .param("id", id)
                .param("customer", customerId)
                .update();
        if (changed == 0) {
            throw new NotFoundException("observation", id);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Observation observation(ResultSet row, int number) throws SQLException {
        var retired = row.getObject("retired_at", OffsetDateTime.class);
        return new Observation(
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
