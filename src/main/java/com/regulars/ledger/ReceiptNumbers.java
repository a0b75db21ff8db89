package com.regulars.ledger;

import com.regulars.venue.Venues;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Receipt numbers, gap-free per venue and till. The counter row stays locked until the transaction ends, so the number
 * is taken last, after everything that can wait or refuse. Bills take theirs through the function {@code
 * ledger_next_receipt} within their own last statement.
 */
@Service
@RequiredArgsConstructor
public class ReceiptNumbers {

    private final JdbcClient jdbc;
    private final Venues venues;

    /** The next number, such as {@code main-api-000017}; given back when the transaction rolls back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(long venueId, String till) {
        return jdbc.sql("select ledger_next_receipt(:venue, :till, :code)")
                .param("venue", venueId)
                .param("till", till)
                .param("code", venues.get(venueId).code())
                .query(String.class)
                .single();
    }
}
