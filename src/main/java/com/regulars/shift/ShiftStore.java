package com.regulars.shift;

import com.regulars.access.ActedBy;
import com.regulars.shared.RefusedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of shifts. What is taken here stays open, or closed, until the transaction ends. */
@Repository
@RequiredArgsConstructor
class ShiftStore {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient jdbc;

    Optional<Shift> find(long id) {
        return jdbc.sql("select * from shift where id = :id")
                .param("id", id)
                .query(ShiftStore::shift)
                .optional();
    }

    /** The newest open shift of an actor at a venue, as one looks at it. */
    Optional<Shift> findOpenOf(long venueId, String actorKey) {
        return jdbc.sql("""
                        select * from shift where venue_id = :venue and opened_by_key = :actor and closed_at is null
                         order by opened_at desc, id desc limit 1
                        """)
                .param("venue", venueId)
                .param("actor", actorKey)
                .query(ShiftStore::shift)
                .optional();
    }

    Optional<Shift> findOpenAt(long venueId, String till) {
        return jdbc.sql("select * from shift where venue_id = :venue and till = :till and closed_at is null")
                .param("venue", venueId)
                .param("till", till)
                .query(ShiftStore::shift)
                .optional();
    }

    Optional<Shift> take(long id) {
        return jdbc.sql("select * from shift_take(:id)")
                .param("id", id)
                .query(ShiftStore::shift)
                .optional();
    }

    Optional<Shift> takeOpenOf(long venueId, String actorKey) {
        return takeOpen(venueId, actorKey, null);
    }

    Optional<Shift> takeOpenAt(long venueId, String till) {
        return takeOpen(venueId, null, till);
    }

    private Optional<Shift> takeOpen(long venueId, @Nullable String actorKey, @Nullable String till) {
        return jdbc.sql("select * from shift_take_open(:venue, cast(:actor as varchar), cast(:till as varchar))")
                .param("venue", venueId)
                .param("actor", actorKey)
                .param("till", till)
                .query(ShiftStore::shift)
                .optional();
    }

    /**
     * Waits until no money moves in the shift any more, and keeps it so.
     *
     * @throws RefusedException {@code SHIFT_BUSY} when that takes longer than a money request waits
     */
    Optional<Shift> takeAlone(long id) {
        try {
            jdbc.sql("select set_config('lock_timeout', '3s', true), shift_hold_alone(:id)")
                    .param("id", id)
                    .query((row, number) -> true)
                    .single();
        } catch (DataAccessException failed) {
            throw isLockedByOthers(failed) ? new RefusedException(RefusedException.Reason.BUSY, "SHIFT_BUSY") : failed;
        }
        return find(id);
    }

    private static boolean isLockedByOthers(DataAccessException failed) {
        return failed.getRootCause() instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState());
    }

    /** @return the new shift; empty when one is open at this till */
    Optional<Shift> insert(
            long venueId, String till, LocalDate day, Instant at, ActedBy by, long floatMinor, boolean byItself) {
        return jdbc.sql("""
                        insert into shift (id, venue_id, till, business_date, opened_at, opened_by_key, opened_by_name,
                                           float_minor, opened_by_itself)
                        values (nextval('shift_seq'), :venue, :till, :businessDate, :at, :actor, :name, :float, :byItself)
                        on conflict (venue_id, till) where closed_at is null do nothing
                        returning *
                        """)
                .param("venue", venueId)
                .param("till", till)
                .param("businessDate", day)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", by.key())
                .param("name", by.name())
                .param("float", floatMinor)
                .param("byItself", byItself)
                .query(ShiftStore::shift)
                .optional();
    }

    void close(long id, Instant at) {
        jdbc.sql("update shift set closed_at = :at where id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    static Shift shift(ResultSet row, int number) throws SQLException {
        OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
        return new Shift(
                row.getLong("id"),
                row.getLong("venue_id"),
                row.getString("till"),
                row.getObject("business_date", LocalDate.class),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("opened_by_key"),
                row.getString("opened_by_name"),
                row.getBoolean("opened_by_itself"),
                row.getLong("float_minor"),
                closedAt == null ? null : closedAt.toInstant());
    }
}
