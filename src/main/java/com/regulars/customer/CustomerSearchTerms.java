package com.regulars.customer;

import java.util.Collection;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The terms behind the search box; other modules add what a customer is found by as well, such as card numbers. */
@Service
@RequiredArgsConstructor
@Transactional
public class CustomerSearchTerms {

    private final JdbcClient jdbc;

    /**
     * Adds a term from whose start the customer is found.
     *
     * @param kind whose term it is, for example {@code CARD}; at most 12 characters
     */
    public void add(long customerId, String kind, String term) {
        addAll(customerId, kind, Set.of(SearchText.cut(SearchText.plain(term))));
    }

    /** Takes back a term, for example when a card was replaced. */
    public void remove(long customerId, String kind, String term) {
        jdbc.sql("delete from customer_term where customer_id = :id and kind = :kind and term = :term")
                .param("id", customerId)
                .param("kind", kind)
                .param("term", SearchText.cut(SearchText.plain(term)))
                .update();
    }

    void replace(long customerId, String kind, Collection<String> terms) {
        jdbc.sql("delete from customer_term where customer_id = :id and kind = :kind")
                .param("id", customerId)
                .param("kind", kind)
                .update();
        addAll(customerId, kind, terms);
    }

    private void addAll(long customerId, String kind, Collection<String> terms) {
        jdbc.sql("""
                        insert into customer_term (term, customer_id, kind)
                        select term, :id, :kind from unnest(:terms) as term where term <> ''
                        on conflict on constraint customer_term_pk do nothing
                        """)
                .param("id", customerId)
                .param("kind", kind)
                .param("terms", terms.toArray(String[]::new))
                .update();
    }
}
