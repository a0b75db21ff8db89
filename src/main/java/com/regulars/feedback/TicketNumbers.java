package com.regulars.feedback;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Running numbers of the form QR855-01, from 1 each year and without gaps: the counter row is part of the transaction
 * that takes the ticket, so a ticket that is rolled back gives its number back.
 */
@Component
@RequiredArgsConstructor
class TicketNumbers {

    private final JdbcClient jdbc;

    /** The next number of a year, for example {@code TK-2026-0001}; others wait for the caller's transaction to end. */
    String next(int year) {
        int number = jdbc.sql("""
                        insert into feedback_number (year, last) values (:year, 1)
                        on conflict on constraint feedback_number_pk do update set last = feedback_number.last + 1
                        returning last
                        """).param("year", year).query(Integer.class).single();
        return "TK-%d-%04d".formatted(year, number);
    }
}
