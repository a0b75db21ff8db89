package com.regulars.shift;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The shifts of the tills. A shift opens by itself when money first moves at a till, so that every bill, top-up and
 * refund belongs to one (R4.9).
 */
@Service
@RequiredArgsConstructor
public class Shifts {

    private static final String COLUMNS = "select id, venue_id, till, opened_at, opened_by_name, closed_at from shift ";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Venues venues;
    private final Clock clock;

    /**
     * The shift that money moving now belongs to: the one named, else the actor's newest open one at the venue, else the
     * open one at the actor's till, which is opened when there is none.
     *
     * @param shiftId the shift the caller names, or null
     * @throws NotFoundException when the named shift is not one of this venue
     * @throws RefusedException {@code SHIFT_CLOSED} when the named shift takes no more money
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Shift forMoney(long venueId, @Nullable String shiftId) {
        if (shiftId != null) {
            return requireOpen(venueId, shiftId);
        }
        return findOpenOfActor(venueId).orElseGet(() -> openAt(venueId, ownTill()));
    }

    /** The actor's newest open shift at the venue. */
    @Transactional(readOnly = true)
    public Optional<Shift> findOpenOfActor(long venueId) {
        return jdbc.sql(COLUMNS + """
                        where venue_id = :venue and opened_by_key = :actor and closed_at is null
                        order by opened_at desc, id desc limit 1
                        """)
                .param("venue", venueId)
                .param("actor", currentActor.get().key())
                .query(Shifts::shift)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Shift> find(long id) {
        return findAny(id).map(Found::shift);
    }

    private Shift requireOpen(long venueId, String shiftId) {
        Found found = parse(shiftId)
                .flatMap(this::findAny)
                .filter(any -> any.shift().venueId() == venueId)
                .orElseThrow(() -> new NotFoundException("shift", shiftId));
        if (!found.open()) {
            throw new RefusedException("SHIFT_CLOSED", shiftId);
        }
        return found.shift();
    }

    private record Found(Shift shift, boolean open) {}

    private Optional<Found> findAny(long id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query((row, number) -> new Found(shift(row, number), row.getObject("closed_at") == null))
                .optional();
    }

    private static Optional<Long> parse(String id) {
        return id.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }

    private Shift openAt(long venueId, String till) {
        Venue venue = venues.get(venueId);
        Actor actor = currentActor.get();
        jdbc.sql("""
                        insert into shift (id, venue_id, till, business_date, opened_at, opened_by_key, opened_by_name)
                        values (nextval('shift_seq'), :venue, :till, :businessDate, :at, :actor, :name)
                        on conflict (venue_id, till) where closed_at is null do nothing
                        """)
                .param("venue", venueId)
                .param("till", till)
                .param("businessDate", venues.businessDate(venue))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor.key())
                .param("name", actor.name())
                .update();
        return findOpenAt(venueId, till).orElseThrow();
    }

    private Optional<Shift> findOpenAt(long venueId, String till) {
        return jdbc.sql(COLUMNS + "where venue_id = :venue and till = :till and closed_at is null")
                .param("venue", venueId)
                .param("till", till)
                .query(Shifts::shift)
                .optional();
    }

    /** Each employee counts an own drawer until tills are named at opening; other systems share the till {@code api}. */
    private String ownTill() {
        Actor actor = currentActor.get();
        return actor.kind() == Actor.Kind.EMPLOYEE ? "t" + actor.id() : "api";
    }

    private static Shift shift(ResultSet row, int number) throws SQLException {
        return new Shift(
                row.getLong("id"),
                row.getLong("venue_id"),
                row.getString("till"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("opened_by_name"));
    }
}
