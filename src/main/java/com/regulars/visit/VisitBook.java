package com.regulars.visit;

import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import com.regulars.shared.time.PossibleDates;
import com.regulars.venue.Venues;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The visits of all guests (R1.12, R5.1). Every write marks its customer for the next segment run. Called by commands
 * that carry their own permission: a settlement, a refund, the API.
 */
@Service
@RequiredArgsConstructor
@Transactional
public class VisitBook {

    private final JdbcClient jdbc;
    private final Venues venues;
    private final VisitMarks marks;

    /**
     * Books a visit.
     *
     * @return the visit; not {@code added} when the venue already has one with this reference
     * @throws RefusedException {@code VISIT_OF_ANOTHER} when that one belongs to another customer
     */
    public RecordedVisit record(RecordVisit command) {
        Optional<Long> added = insert(command);
        if (added.isPresent()) {
            return new RecordedVisit(added.get(), true);
        }
        return existing(command);
    }

    /** The visit's spend after a partial refund. */
    public void changeSpend(long visitId, long netSpendMinor) {
        long customerId = jdbc.sql("update visit set spend_minor = :spend where id = :id returning customer_id")
                .param("spend", netSpendMinor)
                .param("id", visitId)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("visit", visitId));
        marks.mark(List.of(customerId));
    }

    /** Takes a visit out of the book, after a full refund; nothing happens when it is gone already. */
    public void withdraw(long visitId) {
        jdbc.sql("delete from visit where id = :id returning customer_id")
                .param("id", visitId)
                .query(Long.class)
                .optional()
                .ifPresent(customerId -> marks.mark(List.of(customerId)));
    }

    /** The visit, its mark for the nightly run and what it does to the guest, in one statement. */
    private Optional<Long> insert(RecordVisit command) {
        var venue = venues.get(command.venueId());
        var date = PossibleDates.require("visitedAt", venues.businessDate(venue, command.visitedAt()));
        return jdbc.sql("""
                        with added as (
                            insert into visit (id, customer_id, venue_id, visited_at, business_date, spend_minor, party_size, external_ref, source)
                            values (nextval('visit_seq'), :customer, :venue, :at, :date, :spend, :party, :ref, :source)
                            on conflict on constraint visit_external_ref_unique do nothing
                            returning id, customer_id),
                        marked as (insert into visit_mark (customer_id) select customer_id from added)
                        select id, customer_visited(customer_id) from added
                        """)
                .param("customer", command.customerId())
                .param("venue", command.venueId())
                .param("at", command.visitedAt().atOffset(ZoneOffset.UTC))
                .param("date", date)
                .param("spend", command.spendMinor())
                .param("party", command.partySize())
                .param("ref", command.externalRef())
                .param("source", command.source().name())
                .query((row, number) -> row.getLong("id"))
                .optional();
    }

    private RecordedVisit existing(RecordVisit command) {
        return jdbc.sql("select id, customer_id from visit where venue_id = :venue and external_ref = :ref")
                .param("venue", command.venueId())
                .param("ref", command.externalRef())
                .query((row, number) -> {
                    if (row.getLong("customer_id") != command.customerId()) {
                        throw new RefusedException(
                                RefusedException.Reason.CONFLICT,
                                "VISIT_OF_ANOTHER",
                                String.valueOf(command.externalRef()));
                    }
                    return new RecordedVisit(row.getLong("id"), false);
                })
                .single();
    }
}
