package com.regulars.visit;

import com.regulars.access.CurrentActor;
import com.regulars.shared.NotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The visits of a customer, read. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Visits {

    private static final String VISIT = """
            select id, customer_id, venue_id, visited_at, business_date, spend_minor, party_size, external_ref, source from visit
            """;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    /** @throws NotFoundException when there is no visit with this id in a venue of the actor */
    public VisitSummary get(long id) {
        VisitSummary found = jdbc.sql(VISIT + " where id = :id")
                .param("id", id)
                .query(Visits::visit)
                .optional()
                .orElseThrow(() -> new NotFoundException("visit", id));
        currentActor.requireVenue(found.venueId(), "visit", id);
        return found;
    }

    /** The business date of the first visit of all; empty while nobody ever came. */
    public Optional<LocalDate> firstBusinessDate() {
        return jdbc.sql("select business_date from visit order by business_date limit 1")
                .query(LocalDate.class)
                .optional();
    }

    /** The newest visits of a customer in the actor's venues, newest first. */
    public List<VisitSummary> newest(long customerId, int offset, int limit) {
        return jdbc.sql(VISIT + """
                         where customer_id = :customer and (:everywhere or venue_id = any(:venues))
                         order by business_date desc, visited_at desc, id desc limit :limit offset :offset
                        """)
                .param("customer", customerId)
                .param("everywhere", venues().length == 0)
                .param("venues", venues())
                .param("limit", limit)
                .param("offset", offset)
                .query(Visits::visit)
                .list();
    }

    /** What a customer's visits come to, in all venues of the brand, and how many of them were not in the actor's. */
    public VisitTotals totals(long customerId) {
        return jdbc.sql("""
                        select count(*) as visits, coalesce(sum(spend_minor), 0) as spend, max(business_date) as last,
                               count(*) filter (where not :everywhere and venue_id <> all(:venues)) as elsewhere
                          from visit where customer_id = :customer
                        """)
                .param("customer", customerId)
                .param("everywhere", venues().length == 0)
                .param("venues", venues())
                .query((row, number) -> new VisitTotals(
                        row.getLong("visits"),
                        row.getLong("spend"),
                        row.getObject("last", LocalDate.class),
                        row.getLong("elsewhere")))
                .single();
    }

    /** Empty stands for all. */
    private Long[] venues() {
        return currentActor.get().venueIds().toArray(Long[]::new);
    }

    private static VisitSummary visit(ResultSet row, int number) throws SQLException {
        return new VisitSummary(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getLong("venue_id"),
                row.getObject("visited_at", OffsetDateTime.class).toInstant(),
                row.getObject("business_date", LocalDate.class),
                row.getLong("spend_minor"),
                row.getObject("party_size", Integer.class),
                row.getString("external_ref"),
                VisitSource.valueOf(row.getString("source")));
    }
}
