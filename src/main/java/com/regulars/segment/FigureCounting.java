package com.regulars.segment;

import com.regulars.visit.VisitMarks;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts visits into the temporary table {@code segment_counted}, one row a guest, in the run's transaction. The window
 * is (asOf − windowDays, asOf]; the average is rounded half up to a minor unit.
 */
@Component
@RequiredArgsConstructor
class FigureCounting {

    private static final String FIGURES = """
            create temporary table segment_counted on commit drop as
            select customer_id, visits, spend_minor,
                   case when visits = 0 then 0 else (2 * spend_minor + visits) / (2 * visits) end as average_minor,
                   lifetime_visits, lifetime_spend_minor, year_spend_minor, last_visit_on
              from (select %s as customer_id,
                           count(v.customer_id) filter (where v.business_date > :windowStart) as visits,
                           coalesce(sum(v.spend_minor) filter (where v.business_date > :windowStart), 0)::bigint as spend_minor,
                           count(v.customer_id) as lifetime_visits,
                           coalesce(sum(v.spend_minor), 0)::bigint as lifetime_spend_minor,
                           coalesce(sum(v.spend_minor) filter (where v.business_date > :yearStart), 0)::bigint as year_spend_minor,
                           max(v.business_date) as last_visit_on
                      from %s
                     group by 1) as counted
            """;

    private final JdbcClient jdbc;
    private final VisitMarks marks;

    /** Counts every guest who had a visit by the run's date. A run that looks ahead also takes the marks. */
    void countAll(RunScope scope) {
        if (!scope.isBackdated()) {
            takeMarks();
        }
        run(FIGURES.formatted("v.customer_id", "visit v where v.business_date <= :asOf"), scope);
        jdbc.sql("analyze segment_counted").update();
    }

    /**
     * Counts only guests whose figures can differ from the kept ones: the marked, those with a visit since the kept
     * date, and those with a visit that has left the window or the year.
     */
    void countTouched(RunScope scope) {
        takeMarks();
        run("""
                insert into segment_touched
                select customer_id from visit where business_date > :standing and business_date <= :asOf
                union all
                select customer_id from visit where business_date > :windowBefore and business_date <= :windowStart
                union all
                select customer_id from visit where business_date > :yearBefore and business_date <= :yearStart
                """, scope);
        jdbc.sql("analyze segment_touched").update();
        run(FIGURES.formatted("t.customer_id", """
                (select distinct customer_id from segment_touched) t
                  left join visit v on v.customer_id = t.customer_id and v.business_date <= :asOf
                """), scope);
        jdbc.sql("analyze segment_counted").update();
    }

    private void takeMarks() {
        jdbc.sql("create temporary table segment_touched (customer_id bigint not null) on commit drop")
                .update();
        marks.takeInto("segment_touched");
    }

    private void run(String sql, RunScope scope) {
        jdbc.sql(sql).params(scope.params()).update();
    }
}
