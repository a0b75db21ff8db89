package com.regulars.customer;

import com.regulars.customer.find.TermWriter;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules add to the terms a customer is found by, such as card numbers. */
@Service
@RequiredArgsConstructor
@Transactional
public class SearchTerms {

    private final TermWriter terms;

    /**
     * Adds a term from whose start the customer is found.
     *
     * @param kind whose term it is, for example {@code CARD}; at most 12 characters
     */
    public void add(long customerId, String kind, String term) {
        terms.add(customerId, kind, term);
    }

    /** Takes back a term, for example when a card was replaced. */
    public void remove(long customerId, String kind, String term) {
        terms.remove(customerId, kind, term);
    }
}
