package com.regulars.customer;

import com.regulars.customer.find.CustomerFinder;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.web.SealedCursors;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers as other modules see them: looked up and found, never changed. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Customers {

    private static final String ALL = "customers";

    private static final String SUMMARY = """
            select c.id, c.number, c.name, c.kind, c.phone, c.stage, c.created_at,
                   r.quadrant, coalesce(r.status, 'NEW') as rating_status
              from customer c left join customer_rating r on r.customer_id = c.id
            """;

    private final JdbcClient jdbc;
    private final SummaryReader summaries;
    private final CustomerFinder finder;
    private final PhoneSearches phoneSearches;
    private final SealedCursors cursors;

    public Optional<CustomerSummary> find(long id) {
        return jdbc.sql(SUMMARY + " where c.id = :id")
                .param("id", id)
                .query(summaries::summary)
                .optional();
    }

    /** @throws NotFoundException when there is no customer with this id */
    public CustomerSummary get(long id) {
        return find(id).orElseThrow(() -> new NotFoundException("customer", id));
    }

    public Optional<LocalDate> findBirthday(long id) {
        return jdbc.sql("select birthday from customer where id = :id and birthday is not null")
                .param("id", id)
                .query(LocalDate.class)
                .optional();
    }

    public Optional<CustomerSummary> findByNumber(String number) {
        return jdbc.sql(SUMMARY + " where c.number = :number")
                .param("number", number)
                .query(summaries::summary)
                .optional();
    }

    /** Those of the ids that exist. */
    public Map<Long, CustomerSummary> byIds(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(SUMMARY + " where c.id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(summaries::summary)
                .list()
                .stream()
                .collect(Collectors.toMap(CustomerSummary::id, Function.identity()));
    }

    /** Customers by name, pinyin, initials, telephone tail, customer or card number; exact ones first. */
    public List<CustomerSummary> search(String query, int limit) {
        return find(query, null, limit).items();
    }

    /** One page of a search; {@code after} is the cursor the page before ended with. */
    public FoundCustomers find(String query, @Nullable String after, int limit) {
        String list = "customers?q=" + query;
        var start = after == null || after.isEmpty()
                ? CustomerFinder.Position.START
                : CustomerFinder.Position.parse(cursors.open("after", list, after));
        var asked = phoneSearches.query(query);
        var hits = finder.find(asked, start, limit + 1);
        phoneSearches.answered(asked, !hits.isEmpty());
        var shown = hits.subList(0, Math.min(limit, hits.size()));
        var customers = byIds(shown.stream().map(CustomerFinder.Hit::customerId).toList());
        return new FoundCustomers(
                shown.stream()
                        .map(hit -> customers.get(hit.customerId()))
                        .filter(java.util.Objects::nonNull)
                        .toList(),
                hits.size() > limit
                        ? cursors.seal(list, shown.getLast().position().text())
                        : null);
    }

    /** One page of all customers in the order of their registration; {@code after} is the cursor the page before ended with. */
    public FoundCustomers all(@Nullable String after, int limit) {
        long start = after == null || after.isEmpty() ? 0 : Long.parseLong(cursors.open("after", ALL, after));
        var found = jdbc.sql(SUMMARY + " where c.id > :after order by c.id limit :limit")
                .param("after", start)
                .param("limit", limit + 1)
                .query(summaries::summary)
                .list();
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new FoundCustomers(
                shown,
                found.size() > limit
                        ? cursors.seal(ALL, String.valueOf(shown.getLast().id()))
                        : null);
    }

    /** One page of customers and where the next one starts. */
    public record FoundCustomers(
            List<CustomerSummary> items, @Nullable String next) {}
}
