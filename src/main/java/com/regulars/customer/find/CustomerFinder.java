package com.regulars.customer.find;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Turns what was typed into ranges of search terms and reads them in order, so that a search among a million customers
 * touches a handful of index pages. A shorter term sorts before a longer one with the same start: exact hits come first.
 */
@Component
@RequiredArgsConstructor
public class CustomerFinder {

    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);
    private static final int PHONE_TAIL = 4;

    private final JdbcClient jdbc;

    /** The customer's first matching term; a customer found by several is listed once. */
    public List<Hit> find(SearchQuery query, Position after, int limit) {
        List<Range> ranges = ranges(query);
        if (ranges.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        with ranges as (select * from unnest(:starts, :ends) with ordinality as r(first, last, no))
                        select r.no, hit.term, hit.customer_id
                          from ranges r cross join lateral (
                               select distinct t.term, t.customer_id from customer_term t
                                where t.term >= r.first and t.term < r.last
                                  and (r.no, t.term, t.customer_id) > (:no, :term, :id)
                                  and not exists (
                                      select 1 from customer_term e join ranges er on e.term >= er.first and e.term < er.last
                                       where e.customer_id = t.customer_id and (er.no, e.term) < (r.no, t.term))
                                order by t.term, t.customer_id limit :limit) hit
                         order by r.no, hit.term, hit.customer_id limit :limit
                        """)
                .param("starts", ranges.stream().map(Range::first).toArray(String[]::new))
                .param("ends", ranges.stream().map(Range::last).toArray(String[]::new))
                .param("no", after.range)
                .param("term", after.term)
                .param("id", after.customerId)
                .param("limit", limit)
                .query((row, number) -> new Hit(
                        row.getLong("customer_id"),
                        new Position(row.getLong("no"), row.getString("term"), row.getLong("customer_id"))))
                .list();
    }

    /** The ends of the ranges a query stands for, for queries that only ask whether a customer is among the hits. */
    public static TermRanges termRanges(SearchQuery query) {
        List<Range> ranges = ranges(query);
        return new TermRanges(
                ranges.stream().map(Range::first).toArray(String[]::new),
                ranges.stream().map(Range::last).toArray(String[]::new));
    }

    public record TermRanges(String[] starts, String[] ends) {}

    private static List<Range> ranges(SearchQuery query) {
        String plain = SearchText.cut(SearchText.plain(query.text()));
        List<Range> ranges = new ArrayList<>();
        if (plain.matches("[0-9]{" + PHONE_TAIL + "}")) {
            ranges.add(Range.from(SearchText.backwards(plain)));
        }
        query.wholeNumbers().stream()
                .map(number -> Range.only(SearchText.backwards(number)))
                .forEach(ranges::add);
        if (plain.length() > 1 || !plain.isEmpty() && SearchText.isHan(plain.codePointAt(0))) {
            ranges.add(Range.from(plain));
        }
        return ranges;
    }

    /** Terms with the same start. */
    private record Range(String first, String last) {

        static Range from(String start) {
            return new Range(start, start + LAST_CHARACTER);
        }

        /** This term and no longer one: what follows it sorts behind a space. */
        static Range only(String term) {
            return new Range(term, term + " ");
        }
    }

    public record Hit(long customerId, Position position) {}

    /** Where in the order of hits a page ends. */
    public record Position(long range, String term, long customerId) {

        public static final Position START = new Position(0, "", 0);

        /** The position that {@link #text} wrote. */
        public static Position parse(String text) {
            String[] parts = text.split(" ", 3);
            return new Position(Long.parseLong(parts[0]), parts[2], Long.parseLong(parts[1]));
        }

        /** May hold a whole telephone number: for this application's own eyes. */
        public String text() {
            return range + " " + customerId + " " + term;
        }
    }
}
