package com.regulars.visit.page;

import com.regulars.customer.page.VisitFigureSource;
import com.regulars.customer.page.VisitFigures;
import com.regulars.venue.TimeFormat;
import com.regulars.visit.VisitTotals;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Visits and average of the last twelve months, for lists of customers. */
@Component
@RequiredArgsConstructor
class YearlyVisits implements VisitFigureSource {

    private final JdbcClient jdbc;
    private final TimeFormat times;

    @Override
    public Map<Long, VisitFigures> lastTwelveMonths(Collection<Long> customerIds) {
        return jdbc
                .sql("""
                        select customer_id, max(business_date) as last,
                               count(*) filter (where business_date > :from) as visits,
                               coalesce(sum(spend_minor) filter (where business_date > :from), 0) as spend
                          from visit where customer_id = any(:ids) group by customer_id
                        """)
                .param("ids", customerIds.toArray(Long[]::new))
                .param("from", times.today().minusYears(1))
                .query((row, number) -> Map.entry(
                        row.getLong("customer_id"),
                        figures(row.getLong("visits"), row.getLong("spend"), row.getObject("last", LocalDate.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static VisitFigures figures(long visits, long spendMinor, LocalDate last) {
        var totals = new VisitTotals(visits, spendMinor, last, 0);
        return new VisitFigures(visits, totals.averageMinor(), spendMinor, last);
    }
}
