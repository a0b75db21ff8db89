package com.regulars.customer.page;

import com.regulars.venue.TimeFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the home page tells of guests: whose birthday is near (R2.4), whose card falls due for review (R1.8). */
@Component
@RequiredArgsConstructor
class HomeQueries {

    /** Cards that nobody has confirmed for so long fall due for review. */
    private static final Duration REVIEW_AFTER = Duration.ofDays(60);

    private final JdbcClient jdbc;
    private final TimeFormat times;
    private final Clock clock;

    /** A guest on the home page. */
    record Named(long id, String name, @Nullable String quadrant, LocalDate date) {}

    /** Guests whose birthday falls on one of the next days, the nearest first. */
    List<Named> birthdays(int days, int limit) {
        LocalDate today = times.today();
        var dates = IntStream.range(0, days).mapToObj(today::plusDays).toList();
        return jdbc
                .sql("""
                        select c.id, c.name, r.quadrant, d.day
                          from unnest(cast(:dates as date[])) as d (day)
                          join customer c on c.birthday is not null and extract(month from c.birthday) = extract(month from d.day)
                                         and extract(day from c.birthday) = extract(day from d.day)
                          left join customer_rating r on r.customer_id = c.id
                         order by d.day, r.quadrant = 'B' desc nulls last, r.quadrant = 'A' desc nulls last, c.id limit :limit
                        """)
                .param("dates", dates.stream().map(LocalDate::toString).toArray(String[]::new))
                .param("limit", limit)
                .query((row, number) -> new Named(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("quadrant"),
                        row.getObject("day", LocalDate.class)))
                .list()
                .stream()
                .sorted(Comparator.comparing(Named::date))
                .toList();
    }

    /** Cards due for review, those that wait longest first; the date is the one they were last confirmed on. */
    List<Named> reviews(int limit) {
        return jdbc.sql("""
                        select c.id, c.name, r.quadrant, c.confirmed_at
                          from customer c left join customer_rating r on r.customer_id = c.id
                         where c.confirmed_at < :before order by c.confirmed_at, c.id limit :limit
                        """)
                .param("before", clock.instant().minus(REVIEW_AFTER).atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> new Named(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("quadrant"),
                        times.local(row.getObject("confirmed_at", OffsetDateTime.class)
                                        .toInstant())
                                .toLocalDate()))
                .list();
    }

    LocalDate today() {
        return times.today();
    }
}
