package com.regulars.customer;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules add to the terms a customer is found by, such as card numbers. */
@Service
@RequiredArgsConstructor
@Transactional
public class CustomerSearchTerms {

    private final JdbcClient jdbc;
    private final TermWriter terms;

    /**
     * Adds a term from whose start the customer is found.
     *
     * @param kind whose term it is, for example {@code CARD}; at most 12 characters
     */
    public void add(long customerId, String kind, String term) {
        terms.add(List.of(new TermWriter.Term(customerId, kind, SearchText.cut(SearchText.plain(term)))));
    }

    /** Takes back a term, for example when a card was replaced. */
    public void remove(long customerId, String kind, String term) {
        jdbc.sql("delete from customer_term where customer_id = :id and kind = :kind and term = :term")
                .param("id", customerId)
                .param("kind", kind)
                .param("term", SearchText.cut(SearchText.plain(term)))
                .update();
    }
}
