package com.regulars.customer.list;

import com.regulars.customer.find.CustomerFinder;
import com.regulars.customer.find.SearchQuery;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The customers a filter leaves, as SQL that names only the tables it needs: among a million customers a page reads the
 * keys of its rows from one index, in order, and only those rows from the tables.
 */
final class CustomerSelection {

    private final CustomerFilter filter;
    private final SearchQuery asked;
    private final Map<String, Object> params = new HashMap<>();
    private final List<String> ofCustomer = new ArrayList<>();
    private final List<String> ofRating = new ArrayList<>();
    private final List<String> ofKey = new ArrayList<>();
    private String found = "";

    /**
     * @param asked what the filter's query asks for
     * @param month whose birthdays the view of birthdays shows
     * @param since when the day of the filter began
     */
    CustomerSelection(CustomerFilter filter, SearchQuery asked, int month, @Nullable OffsetDateTime since) {
        this.filter = filter;
        this.asked = asked;
        view(month);
        words();
        narrow();
        know(since);
    }

    Map<String, Object> params() {
        return params;
    }

    /** Counts them, but no further than {@code :most}. */
    String count() {
        return found + "select count(*) from (select 1" + from(false, false).sql + " limit :most) counted";
    }

    /** The keys of {@code :size} of them after the first {@code :offset}, in the order of the filter. */
    String keys() {
        return switch (filter.sort()) {
            case NEWEST -> isByBirthday() ? keys(from(true, false), order()) : keysByAge();
            case NAME -> keys(from(true, false), order());
            case MOVED -> keysByMove();
        };
    }

    /** The same order for the rows that were found by {@link #keys()}. */
    String order() {
        return switch (filter.sort()) {
            case NEWEST -> isByBirthday() ? "extract(day from c.birthday), c.id" : "c.id desc";
            case NAME -> "c.name collate \"zh-x-icu\", c.id";
            case MOVED -> "r.since desc nulls last, c.id desc";
        };
    }

    private boolean isByBirthday() {
        return filter.view() == CustomerFilter.View.BIRTHDAYS;
    }

    private String keysByAge() {
        From from = from(false, false);
        return keys(from, from.key + " desc");
    }

    private String keys(From from, String order) {
        return "%sselect %s as id%s order by %s limit :size offset :offset".formatted(found, from.key, from.sql, order);
    }

    /** Who was never rated comes last, and is read only when those who were do not fill the page. */
    private String keysByMove() {
        From rated = from(false, true);
        if (!ofRating.isEmpty()) {
            return keys(rated, "r.since desc, r.customer_id desc");
        }
        From anybody = from(false, false);
        return """
                %s rated as materialized (
                    select r.since, r.customer_id as id %s order by r.since desc, r.customer_id desc limit :size + :offset),
                unrated as (
                    select %3$s as id %4$s and not exists (select from customer_rating n where n.customer_id = %3$s)
                     order by %3$s desc limit :size + :offset - (select count(*) from rated))
                select id from (select since, id from rated union all select null, id from unrated) moved
                 order by since desc nulls last, id desc limit :size offset :offset
                """.formatted(found.isEmpty() ? "with" : found + ",", rated.sql, anybody.key, anybody.sql);
    }

    /** Tables and conditions, and the column that names the customer in them. */
    private record From(String sql, String key) {}

    /** The least that is needed: what was found by its words, then the customers, then their ratings. */
    private From from(boolean needsCustomer, boolean needsRating) {
        boolean rating = needsRating || !ofRating.isEmpty();
        boolean customer = needsCustomer || !ofCustomer.isEmpty() || found.isEmpty() && !rating;
        List<String> tables = new ArrayList<>();
        if (!found.isEmpty()) {
            tables.add("found f");
        }
        String key = found.isEmpty() ? customer ? "c.id" : "r.customer_id" : "f.customer_id";
        if (customer) {
            tables.add(tables.isEmpty() ? "customer c" : "customer c on c.id = f.customer_id");
        }
        if (rating) {
            tables.add(tables.isEmpty() ? "customer_rating r" : "customer_rating r on r.customer_id = " + key);
        }
        var conditions = Stream.of(
                        Stream.of("true"),
                        ofCustomer.stream(),
                        ofRating.stream(),
                        ofKey.stream().map(key::concat))
                .flatMap(all -> all)
                .collect(Collectors.joining(" and "));
        return new From(" from " + String.join(" join ", tables) + " where " + conditions, key);
    }

    private void view(int month) {
        switch (filter.view()) {
            case ALL -> {}
            case BEST -> ofRating.add("r.quadrant = 'B'");
            case LAPSED -> ofRating.add("r.status = 'LAPSED'");
            case BIRTHDAYS -> {
                ofCustomer.add("c.birthday is not null and extract(month from c.birthday) = :month");
                params.put("month", month);
            }
        }
    }

    /** Read first and by itself: how many terms begin with something is known only to their index. */
    private void words() {
        if (filter.query().isBlank()) {
            return;
        }
        var ranges = CustomerFinder.termRanges(asked);
        found = IntStream.range(0, ranges.starts().length)
                .mapToObj(
                        i -> " union select customer_id from customer_term where term >= :start%1$d and term < :end%1$d"
                                .formatted(i))
                .collect(Collectors.joining(
                        "", "with found as materialized (select 0::bigint as customer_id where false", ") "));
        for (int i = 0; i < ranges.starts().length; i++) {
            params.put("start" + i, ranges.starts()[i]);
            params.put("end" + i, ranges.ends()[i]);
        }
    }

    private void know(@Nullable OffsetDateTime since) {
        if (filter.known() != null) {
            switch (filter.known()) {
                case PHONE -> ofCustomer.add("c.phone is not null");
                case BIRTHDAY -> ofCustomer.add("c.birthday is not null");
                case VISIT -> ofRating.add("r.status <> 'NEW'");
            }
        }
        if (since != null) {
            ofCustomer.add("c.created_at >= :since");
            params.put("since", since);
        }
    }

    private void narrow() {
        if (!filter.quadrants().isEmpty()) {
            ofRating.add("r.quadrant in (:quadrants)");
            params.put("quadrants", filter.quadrants());
        }
        if (filter.kind() != null) {
            // written out: which of them are rare is known to an index of its own
            ofCustomer.add("c.kind = '" + filter.kind().name() + "'");
        }
        if (filter.stage() != null) {
            ofCustomer.add("c.stage = :stage");
            params.put("stage", filter.stage().name());
        }
        if (filter.tag() != null) {
            ofKey.add(
                    " in (select g.customer_id from customer_tagged g join customer_tag t on t.id = g.tag_id where t.name = :tag)");
            params.put("tag", filter.tag());
        }
    }
}
