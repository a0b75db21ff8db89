package com.regulars.visit;

import com.regulars.access.Permission;
import com.regulars.customer.HeadFigure;
import com.regulars.customer.HeadFigureSource;
import com.regulars.customer.VisitFigureSource;
import com.regulars.customer.VisitFigures;
import com.regulars.venue.TimeFormat;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Days since the last visit in the head of the customer page; visits and average of the last twelve months for lists. */
@Component
@RequiredArgsConstructor
class VisitHeadFigures implements HeadFigureSource, VisitFigureSource {

    private final JdbcClient jdbc;
    private final TimeFormat times;
    private final MessageSource messages;

    @Override
    public Permission permission() {
        return Permission.VISIT_READ;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<HeadFigure> figures(long customerId) {
        VisitFigures visits = lastTwelveMonths(List.of(customerId)).getOrDefault(customerId, VisitFigures.NONE);
        LocalDate last = visits.lastOn();
        String since = last == null
                ? text("visit.figure.never")
                : text("visit.figure.days", Math.max(ChronoUnit.DAYS.between(last, times.today()), 0));
        String url = last == null ? null : "/visits?customerId=" + customerId;
        return List.of(new HeadFigure("visit.figure.since", since, last == null ? null : last.toString(), url));
    }

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
        var totals = new VisitTotals(visits, spendMinor, last);
        return new VisitFigures(visits, totals.averageMinor(), spendMinor, last);
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
