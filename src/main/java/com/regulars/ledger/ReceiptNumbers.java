package com.regulars.ledger;

import com.regulars.venue.Venues;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Receipt numbers, gap-free per venue and till. The counter row stays locked until the transaction ends, so the number
 * is taken last, after everything that can wait or refuse.
 */
@Service
@RequiredArgsConstructor
public class ReceiptNumbers {

    private final JdbcClient jdbc;
    private final Venues venues;

    /** The next number, such as {@code main-api-000017}; given back when the transaction rolls back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(long venueId, String till) {
        long number = jdbc.sql("""
                        insert into ledger_receipt_counter (venue_id, till, last_number) values (:venue, :till, 1)
                        on conflict on constraint ledger_receipt_counter_pk
                        do update set last_number = ledger_receipt_counter.last_number + 1
                        returning last_number
                        """)
                .param("venue", venueId)
                .param("till", till)
                .query(Long.class)
                .single();
        return "%s-%s-%06d".formatted(venues.get(venueId).code(), till, number);
    }
}
