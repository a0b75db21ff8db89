package com.regulars.customer.find;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the terms customers are found by, many at once; runs in the transaction of what makes them necessary. */
@Component
@RequiredArgsConstructor
public class TermWriter {

    private final JdbcClient jdbc;

    /** Whose terms and what they come from. */
    public record Named(
            long customerId, String name, @Nullable String phone) {}

    private record Term(long customerId, String kind, String term) {}

    /** The terms of customers that were just registered. */
    public void addFirst(List<Named> customers) {
        List<Term> terms = new ArrayList<>();
        for (Named customer : customers) {
            terms.addAll(terms(customer.customerId, CustomerTerms.NAME, CustomerTerms.ofName(customer.name)));
            terms.addAll(terms(customer.customerId, CustomerTerms.PHONE, CustomerTerms.ofPhone(customer.phone)));
        }
        add(terms);
    }

    /** These customers are called otherwise now. */
    public void rename(Map<Long, String> names) {
        List<Term> terms = new ArrayList<>();
        names.forEach((id, name) -> terms.addAll(terms(id, CustomerTerms.NAME, CustomerTerms.ofName(name))));
        replace(names.keySet(), CustomerTerms.NAME, terms);
    }

    /** These customers have another telephone number now, or none. */
    public void movePhones(Map<Long, @Nullable String> phones) {
        List<Term> terms = new ArrayList<>();
        phones.forEach((id, phone) -> terms.addAll(terms(id, CustomerTerms.PHONE, CustomerTerms.ofPhone(phone))));
        replace(phones.keySet(), CustomerTerms.PHONE, terms);
    }

    /**
     * One more term of a customer, as somebody would type it.
     *
     * @param kind whose term it is; at most 12 characters
     */
    public void add(long customerId, String kind, String said) {
        String term = plain(said);
        if (term.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into customer_term (term, customer_id, kind) values (:term, :id, :kind)
                        on conflict on constraint customer_term_pk do nothing
                        """)
                .param("term", term)
                .param("id", customerId)
                .param("kind", kind)
                .update();
    }

    public void remove(long customerId, String kind, String said) {
        jdbc.sql("delete from customer_term where customer_id = :id and kind = :kind and term = :term")
                .param("id", customerId)
                .param("kind", kind)
                .param("term", plain(said))
                .update();
    }

    private static String plain(String said) {
        return SearchText.cut(SearchText.plain(said));
    }

    private static List<Term> terms(long customerId, String kind, Collection<String> terms) {
        return terms.stream()
                .filter(term -> !term.isEmpty())
                .map(term -> new Term(customerId, kind, term))
                .toList();
    }

    private void replace(Collection<Long> customers, String kind, List<Term> terms) {
        if (customers.isEmpty()) {
            return;
        }
        jdbc.sql("delete from customer_term where customer_id = any(:customers) and kind = :kind")
                .param("customers", customers.toArray(Long[]::new))
                .param("kind", kind)
                .update();
        add(terms);
    }

    private void add(List<Term> terms) {
        jdbc.sql("insert into customer_term (term, customer_id, kind) select * from unnest(:terms, :customers, :kinds)")
                .param("terms", terms.stream().map(Term::term).toArray(String[]::new))
                .param("customers", terms.stream().map(Term::customerId).toArray(Long[]::new))
                .param("kinds", terms.stream().map(Term::kind).toArray(String[]::new))
                .update();
    }
}
