package com.regulars.segment.rating;

import com.regulars.visit.VisitMarks;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Counts visits, one row a guest. The window is (asOf − windowDays, asOf]; the average is rounded half up to a minor
 * unit.
 */
@Component
@RequiredArgsConstructor
class FigureCounting {

    private static final String COUNTED = """
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

    private static final String EVERYBODY =
            COUNTED.formatted("v.customer_id", "visit v where v.business_date <= :asOf");

    private static final String TOUCHED = COUNTED.formatted("t.customer_id", """
            (select distinct customer_id from segment_touched) t
              left join visit_v_visit v on v.customer_id = t.customer_id and v.business_date <= :asOf
            """);

    /** What was counted beside what is kept, where they differ; the kept figures have {@code was_} before their names. */
    private static final String DELTA = """
            select coalesce(n.customer_id, f.customer_id) as customer_id, f.customer_id is not null as known,
                   coalesce(n.lifetime_visits, 0) = 0 as gone,
                   n.visits, n.spend_minor, n.average_minor, n.lifetime_visits, n.lifetime_spend_minor,
                   n.year_spend_minor, n.last_visit_on,
                   f.since as was_since, f.visits as was_visits, f.spend_minor as was_spend_minor,
                   f.average_minor as was_average_minor, f.lifetime_visits as was_lifetime_visits,
                   f.lifetime_spend_minor as was_lifetime_spend_minor, f.year_spend_minor as was_year_spend_minor,
                   f.last_visit_on as was_last_visit_on, f.state as was_state, f.state_since as was_state_since
              from (%s) n %s join segment_figure f on f.customer_id = n.customer_id
             where (f.customer_id is not null or n.lifetime_visits > 0)
               and (n.visits, n.spend_minor, n.lifetime_visits, n.lifetime_spend_minor, n.year_spend_minor, n.last_visit_on)
                   is distinct from
                   (f.visits, f.spend_minor, f.lifetime_visits, f.lifetime_spend_minor, f.year_spend_minor, f.last_visit_on)
            """;

    private final RunStatements statements;
    private final VisitMarks marks;

    /** Counts for a date before the newest one, into {@code segment_counted}. */
    void countForThePast(RunScope scope) {
        statements.make("segment_counted", EVERYBODY, scope.params());
    }

    /** Takes the marks and puts into {@code segment_delta} whose figures differ from the kept ones. */
    void findChanges(RunScope scope) {
        if (scope.full()) {
            marks.takeAll();
            statements.make("segment_delta", DELTA.formatted(EVERYBODY, "full"), scope.params());
        } else {
            findTouched(scope);
            statements.make("segment_delta", DELTA.formatted(TOUCHED, "left"), scope.params());
        }
    }

    /** Guests whose figures can differ: the marked, those with a visit since the kept date, and those a visit of whom has left the window or the year. */
    private void findTouched(RunScope scope) {
        statements.run(
                "create temporary table segment_touched (customer_id bigint not null) on commit drop", scope.params());
        marks.takeInto("segment_touched");
        statements.run("""
                insert into segment_touched
                select customer_id from visit_v_visit where business_date > :standing and business_date <= :asOf
                union
                select customer_id from visit_v_visit where business_date > :windowBefore and business_date <= :windowStart
                union
                select customer_id from visit_v_visit where business_date > :yearBefore and business_date <= :yearStart
                """, scope.params());
        statements.analyze("segment_touched");
    }
}
