package com.regulars.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the terms customers are found by, many at once; runs in the transaction of what makes them necessary. */
@Component
@RequiredArgsConstructor
class TermWriter {

    private final JdbcClient jdbc;

    /** Whose terms and what they come from. */
    record Owner(long customerId, String name, @Nullable String phone) {}

    /** One term of a customer. */
    record Term(long customerId, String kind, String term) {}

    /** The terms of customers that were just registered. */
    void addFirst(List<Owner> owners) {
        List<Term> terms = new ArrayList<>();
        for (Owner owner : owners) {
            terms.addAll(terms(owner.customerId, CustomerTerms.NAME, CustomerTerms.ofName(owner.name)));
            terms.addAll(terms(owner.customerId, CustomerTerms.PHONE, CustomerTerms.ofPhone(owner.phone)));
        }
        add(terms);
    }

    /** Takes the terms back that no longer hold after a change of name or telephone number, and adds the new ones. */
    void follow(List<FieldChange> changes) {
        List<FieldChange> moved =
                changes.stream().filter(change -> !kind(change).isEmpty()).toList();
        if (moved.isEmpty()) {
            return;
        }
        removeAll(moved);
        add(moved.stream()
                .flatMap(change -> terms(change.customerId(), kind(change), newTerms(change)).stream())
                .toList());
    }

    private static String kind(FieldChange change) {
        return switch (change.field()) {
            case "name" -> CustomerTerms.NAME;
            case "phone" -> CustomerTerms.PHONE;
            default -> "";
        };
    }

    private static Collection<String> newTerms(FieldChange change) {
        String value = change.after();
        return value == null || change.field().equals("phone")
                ? CustomerTerms.ofPhone(value)
                : CustomerTerms.ofName(value);
    }

    private static List<Term> terms(long customerId, String kind, Collection<String> terms) {
        return terms.stream()
                .filter(term -> !term.isEmpty())
                .map(term -> new Term(customerId, kind, term))
                .toList();
    }

    private void removeAll(List<FieldChange> moved) {
        jdbc.sql("""
                        delete from customer_term t using unnest(:customers, :kinds) as gone(customer_id, kind)
                         where t.customer_id = gone.customer_id and t.kind = gone.kind
                        """)
                .param("customers", moved.stream().map(FieldChange::customerId).toArray(Long[]::new))
                .param("kinds", moved.stream().map(TermWriter::kind).toArray(String[]::new))
                .update();
    }

    void add(List<Term> terms) {
        jdbc.sql("""
                        insert into customer_term (term, customer_id, kind) select * from unnest(:terms, :customers, :kinds)
                        on conflict on constraint customer_term_pk do nothing
                        """)
                .param("terms", terms.stream().map(Term::term).toArray(String[]::new))
                .param("customers", terms.stream().map(Term::customerId).toArray(Long[]::new))
                .param("kinds", terms.stream().map(Term::kind).toArray(String[]::new))
                .update();
    }
}
