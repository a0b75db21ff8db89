package com.regulars.venue;

import com.regulars.shared.NotFoundException;
import com.regulars.shared.cache.SharedCache;
import com.regulars.shared.cache.SharedCaches;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The venues of the brand and the business day an instant falls on. Read often and changed rarely, so kept in memory. */
@Service
public class Venues {

    private static final String ALL = "all";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SharedCache<String, List<Venue>> kept;

    Venues(JdbcClient jdbc, Clock clock, SharedCaches caches) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.kept = caches.make("venue", 1, all -> read());
    }

    /** All venues in the order in which they were opened. */
    public List<Venue> all() {
        return kept.get(ALL);
    }

    public Optional<Venue> findByCode(String code) {
        return all().stream().filter(venue -> venue.code().equals(code)).findFirst();
    }

    /** @throws NotFoundException when there is no venue with this code */
    public Venue getByCode(String code) {
        return findByCode(code).orElseThrow(() -> new NotFoundException("venue", code));
    }

    /** @throws NotFoundException when there is no venue with this id */
    public Venue get(long id) {
        return all().stream()
                .filter(venue -> venue.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("venue", id));
    }

    public Map<Long, Venue> byIds(Collection<Long> ids) {
        return all().stream()
                .filter(venue -> ids.contains(venue.id()))
                .collect(Collectors.toMap(Venue::id, Function.identity()));
    }

    /** The business day an instant belongs to at a venue. */
    public LocalDate businessDate(Venue venue, Instant instant) {
        return venue.businessDate(instant);
    }

    /** The business day that is running now at a venue. */
    public LocalDate businessDate(Venue venue) {
        return businessDate(venue, clock.instant());
    }

    /** The last business day that has ended in every venue. */
    public LocalDate lastClosedBusinessDate() {
        return all().stream()
                .map(this::businessDate)
                .min(LocalDate::compareTo)
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneId.of("UTC")))
                .minusDays(1);
    }

    /** Says that a venue was changed. */
    void changed() {
        kept.changed();
    }

    private List<Venue> read() {
        return jdbc.sql("select id, code, name, zone, day_end, address, phone from venue order by id")
                .query((row, number) -> new Venue(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("name"),
                        ZoneId.of(row.getString("zone")),
                        row.getObject("day_end", LocalTime.class),
                        row.getString("address"),
                        row.getString("phone")))
                .list();
    }
}
