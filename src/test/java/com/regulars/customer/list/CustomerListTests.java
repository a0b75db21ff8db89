package com.regulars.customer.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.access.CurrentActor;
import com.regulars.customer.CustomerKind;
import com.regulars.customer.CustomerRatings;
import com.regulars.customer.CustomerRegistration;
import com.regulars.customer.CustomerSummary;
import com.regulars.customer.LifecycleStage;
import com.regulars.customer.RatingChange;
import com.regulars.customer.RegisterCustomer;
import com.regulars.customer.list.CustomerFilter.Sort;
import com.regulars.customer.list.CustomerFilter.View;
import com.regulars.shared.web.PageOf;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.TimeFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every view, filter and order of the list, held against one plain query over all customers. */
@RegularsTest
class CustomerListTests {

    private static final LocalDate MOVED = LocalDate.of(2026, 11, 3);

    @Autowired
    CustomerListQueries list;

    @Autowired
    CustomerRegistration registration;

    @Autowired
    CustomerRatings ratings;

    @Autowired
    TimeFormat times;

    @Autowired
    JdbcClient jdbc;

    private String word = "";

    @BeforeEach
    void guestsOfEveryKind() {
        word = "x" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        List<RatingChange> changes = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            long id = register(i).id();
            if (i % 5 < 4) {
                changes.add(new RatingChange(
                        id, "ABCD".substring(i % 4, i % 4 + 1), "RATED", MOVED.minusDays(i % 7), null));
            } else if (i % 2 == 0) {
                changes.add(new RatingChange(id, null, "LAPSED", MOVED.minusDays(i % 3), "C"));
            }
        }
        ratings.apply(changes);
    }

    @Test
    void shows_what_one_plain_query_finds_in_every_view_and_order() {
        for (View view : View.values()) {
            for (Sort sort : Sort.values()) {
                filters(view, sort).forEach(this::agrees);
            }
        }
    }

    @Test
    void finds_nobody_by_a_word_that_no_term_can_begin_with() {
        var filter = new CustomerFilter(View.ALL, "?", List.of(), null, null, null, null, null, Sort.MOVED);
        assertThat(list.page(filter, 1).total()).isZero();
    }

    @Test
    void counts_each_view() {
        var counts = list.counts();
        for (View view : View.values()) {
            var all = new CustomerFilter(view, "", List.of(), null, null, null, null, null, Sort.NEWEST);
            assertThat(counts.get(view)).as(view.name()).isEqualTo(expected(all).size());
        }
    }

    private Stream<CustomerFilter> filters(View view, Sort sort) {
        return Stream.of("", word)
                .flatMap(query -> Stream.of(List.<String>of(), List.of("B"), List.of("A", "D"))
                        .flatMap(letters -> Stream.of(
                                new CustomerFilter(view, query, letters, null, null, null, null, null, sort),
                                new CustomerFilter(
                                        view, query, letters, CustomerKind.ORGANISATION, null, null, null, null, sort),
                                new CustomerFilter(
                                        view, query, letters, null, LifecycleStage.POTENTIAL, null, null, null, sort),
                                new CustomerFilter(
                                        view, query, letters, CustomerKind.PERSON, null, word, null, null, sort))));
    }

    private void agrees(CustomerFilter filter) {
        List<Long> expected = expected(filter);
        PageOf<CustomerRow> first = list.page(filter, 1);
        assertThat(first.total()).as(filter.toString()).isEqualTo(expected.size());
        List<Long> shown = new ArrayList<>(ids(first));
        for (int page = 2; page <= Math.min(4, first.pages()); page++) {
            shown.addAll(ids(list.page(filter, page)));
        }
        assertThat(shown).as(filter.toString()).isEqualTo(expected.subList(0, shown.size()));
        assertThat(ids(list.page(filter, first.pages())))
                .as(filter.toString())
                .isEqualTo(expected.subList(
                        PageOf.offset(first.pages(), first.size()) > 0
                                ? (int) PageOf.offset(first.pages(), first.size())
                                : 0,
                        expected.size()));
    }

    private static List<Long> ids(PageOf<CustomerRow> page) {
        return page.rows().stream().map(row -> row.customer().id()).toList();
    }

    private List<Long> expected(CustomerFilter filter) {
        return jdbc.sql("""
                        select c.id from customer c left join customer_rating r on r.customer_id = c.id
                         where (:query = '' or c.name like :query || '%%')
                           and (:letters = '' or position(r.quadrant in :letters) > 0)
                           and (:kind = '' or c.kind = :kind) and (:stage = '' or c.stage = :stage)
                           and (:tag = '' or exists (select from customer_tagged g join customer_tag t on t.id = g.tag_id
                                                      where g.customer_id = c.id and t.name = :tag))
                           and %s order by %s
                        """.formatted(
                        switch (filter.view()) {
                            case ALL -> "true";
                            case BEST -> "r.quadrant = 'B'";
                            case LAPSED -> "r.status = 'LAPSED'";
                            case BIRTHDAYS ->
                                "extract(month from c.birthday) = "
                                        + times.today().getMonthValue();
                        },
                        switch (filter.sort()) {
                            case NEWEST ->
                                filter.view() == View.BIRTHDAYS ? "extract(day from c.birthday), c.id" : "c.id desc";
                            case NAME -> "c.name collate \"zh-x-icu\", c.id";
                            case MOVED -> "r.since desc nulls last, c.id desc";
                        }))
                .param("query", filter.query())
                .param("letters", String.join("", filter.quadrants()))
                .param("kind", filter.kind() == null ? "" : filter.kind().name())
                .param("stage", filter.stage() == null ? "" : filter.stage().name())
                .param("tag", filter.tag() == null ? "" : filter.tag())
                .query(Long.class)
                .list();
    }

    private CustomerSummary register(int number) {
        return CurrentActor.asSystem(() -> registration.register(new RegisterCustomer(
                number % 6 == 0 ? CustomerKind.ORGANISATION : CustomerKind.PERSON,
                word + " " + (number * 37 % 64),
                null,
                null,
                null,
                number % 3 == 0 ? LocalDate.of(1980, times.today().getMonthValue(), 1 + number % 28) : null,
                null,
                number % 2 == 0 ? List.of(word) : List.of())));
    }
}
