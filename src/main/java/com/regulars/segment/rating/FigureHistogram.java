package com.regulars.segment.rating;

import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Keeps how many guests have which number of visits, and which average in steps of {@link #STEP} minor units: a night
 * applies who changed, a full run counts anew.
 */
@Component
@RequiredArgsConstructor
class FigureHistogram {

    /** How wide a step of averages is. Wider steps are fewer, but more guests have to be looked at in one. */
    static final int STEP = 512;

    /** The kept figures as they will be once the changes are written. */
    static final String AHEAD = """
            (select f.visits, f.average_minor from segment_figure f
              where f.visits > 0 and not exists (select from segment_delta d where d.customer_id = f.customer_id)
             union all
             select visits, average_minor from segment_delta where visits > 0)""";

    /** What a run for an earlier date has counted. */
    static final String BACK = "(select visits, average_minor from segment_counted where visits > 0)";

    private static final String COUNT = """
            select case when grouping(visits) = 0 then 'VISITS' else 'AVERAGE' end as measure,
                   coalesce(visits, step) as value, count(*) as customers
              from (select visits, average_minor / %d as step from %s figures) stepped
             group by grouping sets ((visits), (step))
            """;

    private final RunStatements statements;

    /** For a run that looks back; the kept histogram stays as it is. */
    void countForThePast() {
        statements.run(
                "create temporary table segment_histogram_past on commit drop as " + COUNT.formatted(STEP, BACK),
                Map.of());
    }

    void countAnew() {
        statements.run("delete from segment_histogram", Map.of());
        statements.run(
                "insert into segment_histogram (measure, value, customers) " + COUNT.formatted(STEP, AHEAD), Map.of());
    }

    void applyChanges() {
        statements.run("""
                insert into segment_histogram (measure, value, customers)
                select measure, value, sum(customers)::bigint
                  from (select 'VISITS' as measure, was_visits as value, -1 as customers from segment_delta where was_visits > 0
                        union all
                        select 'VISITS', visits, 1 from segment_delta where visits > 0
                        union all
                        select 'AVERAGE', was_average_minor / %1$d, -1 from segment_delta where was_visits > 0
                        union all
                        select 'AVERAGE', average_minor / %1$d, 1 from segment_delta where visits > 0) change
                 group by measure, value having sum(customers) <> 0
                on conflict on constraint segment_histogram_pk do update
                   set customers = segment_histogram.customers + excluded.customers
                """.formatted(STEP), Map.of());
        statements.run("delete from segment_histogram where customers = 0", Map.of());
    }
}
