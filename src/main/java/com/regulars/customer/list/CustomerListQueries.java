package com.regulars.customer.list;

import com.regulars.customer.CustomerStages;
import com.regulars.customer.PhoneSearches;
import com.regulars.customer.SummaryReader;
import com.regulars.customer.page.VisitFigureSource;
import com.regulars.customer.page.VisitFigures;
import com.regulars.shared.web.PageOf;
import com.regulars.venue.TimeFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list of customers: views, filters, sort and pages. One query gives the page, one the counts of the views, and one
 * the figures of the visits of its rows; counting stops at fifty thousand.
 */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class CustomerListQueries {

    /** Nobody pages further than this; a filter finds faster. */
    public static final int MOST_COUNTED = CustomerStages.MOST_COUNTED;

    private static final int PAGE = 25;

    private final JdbcClient jdbc;
    private final SummaryReader summaries;
    private final TimeFormat times;
    private final PhoneSearches phoneSearches;
    private final List<VisitFigureSource> visitFigures;

    public PageOf<CustomerRow> page(CustomerFilter filter, int number) {
        var asked = phoneSearches.query(filter.query());
        var since = filter.since();
        var selection = new CustomerSelection(
                filter,
                asked,
                times.today().getMonthValue(),
                since == null ? null : times.startOf(since).atOffset(ZoneOffset.UTC));
        long total = jdbc.sql(selection.count())
                .params(selection.params())
                .param("most", MOST_COUNTED)
                .query(Long.class)
                .single();
        phoneSearches.answered(asked, total > 0);
        int page = (int) Math.clamp(number, 1, Math.max(1, (total + PAGE - 1) / PAGE));
        var rows = jdbc.sql("""
                        select c.id, c.number, c.name, c.pinyin, c.kind, c.phone, c.stage, c.birthday, c.created_at,
                               c.consent_phone, c.consent_sms, c.consent_email,
                               r.quadrant, coalesce(r.status, 'NEW') as rating_status, r.since
                          from (%s) page join customer c on c.id = page.id
                          left join customer_rating r on r.customer_id = c.id
                         order by %s
                        """.formatted(selection.keys(), selection.order()))
                .params(selection.params())
                .param("size", PAGE)
                .param("offset", PageOf.offset(page, PAGE))
                .query(this::row)
                .list();
        return new PageOf<>(withVisits(rows), page, PAGE, total);
    }

    /** How many customers each view has, before any filter. */
    public Map<CustomerFilter.View, Long> counts() {
        return jdbc.sql("""
                        select (select count(*) from (select 1 from customer limit :most) a) as everybody,
                               (select count(*) from (select 1 from customer_rating where quadrant = 'B' limit :most) b) as best,
                               (select count(*) from (select 1 from customer_rating where status = 'LAPSED' limit :most) l) as lapsed,
                               (select count(*) from (select 1 from customer where birthday is not null
                                   and extract(month from birthday) = :month limit :most) d) as birthdays
                        """)
                .param("most", MOST_COUNTED)
                .param("month", times.today().getMonthValue())
                .query((row, number) -> Map.of(
                        CustomerFilter.View.ALL, row.getLong("everybody"),
                        CustomerFilter.View.BEST, row.getLong("best"),
                        CustomerFilter.View.LAPSED, row.getLong("lapsed"),
                        CustomerFilter.View.BIRTHDAYS, row.getLong("birthdays")))
                .single();
    }

    private List<CustomerRow> withVisits(List<CustomerRow> rows) {
        var ids = rows.stream().map(row -> row.customer().id()).toList();
        Map<Long, VisitFigures> figures = new HashMap<>();
        visitFigures.forEach(source -> figures.putAll(source.lastTwelveMonths(ids)));
        return rows.stream()
                .map(row -> row.with(figures.getOrDefault(row.customer().id(), VisitFigures.NONE)))
                .toList();
    }

    private CustomerRow row(ResultSet row, int number) throws SQLException {
        return new CustomerRow(
                summaries.summary(row, number),
                row.getString("pinyin"),
                row.getObject("birthday", LocalDate.class),
                row.getObject("since", LocalDate.class),
                consents(row),
                VisitFigures.NONE);
    }

    private static List<String> consents(ResultSet row) throws SQLException {
        List<String> consents = new ArrayList<>();
        for (String channel : List.of("phone", "sms", "email")) {
            if (row.getBoolean("consent_" + channel)) {
                consents.add(channel);
            }
        }
        return consents;
    }
}
