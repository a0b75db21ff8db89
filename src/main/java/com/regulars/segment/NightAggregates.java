package com.regulars.segment;

import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The night's summary, value classes (R5.4) and plot, from one pass over the figures. The plot has twenty columns and
 * eighteen rows whose edges meet the cut-offs; the last of each is open-ended.
 */
@Component
@RequiredArgsConstructor
class NightAggregates {

    private final JdbcClient jdbc;

    /**
     * @param figures the table to read
     * @return how many guests are known, rated or not
     */
    long write(RunScope scope, Cuts cuts, String figures) {
        Map<String, Object> params = params(scope, cuts);
        boolean unit = cuts.frequency() == null || cuts.frequency() <= DensityCell.UNIT_COLUMNS;
        run(cells(figures, unit), params);
        summarise(params);
        run("""
                insert into segment_value_class (run_id, value_class, customers, year_spend_minor)
                select :runId, value_class, sum(customers)::bigint, sum(year_spend_minor)::bigint
                  from segment_cells group by value_class
                """, params);
        run(
                """
                insert into segment_density (run_id, column_no, row_no, visits_from, average_from_minor, customers, spend_minor)
                select :runId, column_no, row_no, %s, (row_no * greatest(cast(:spendCut as bigint), 6) + 5) / 6,
                       sum(customers)::bigint, sum(spend_minor)::bigint
                  from segment_cells where state <> 'LAPSED' group by column_no, row_no
                """.formatted(
                        unit ? "column_no + 1" : "greatest(1, (column_no * cast(:frequencyCut as bigint) + 6) / 7)"),
                params);
        run("""
                insert into segment_stage (run_id, stage, customers)
                select :runId, stage, count(*) from customer group by stage
                """, params);
        return jdbc.sql("select sum(customers)::bigint from segment_summary where run_id = :runId")
                .params(params)
                .query(Long.class)
                .single();
    }

    private static String cells(String figures, boolean unit) {
        return """
                create temporary table segment_cells on commit drop as
                select %s as state,
                       case when year_spend_minor >= :keyAccount then 'KEY_ACCOUNT'
                            when year_spend_minor >= :regularAccount then 'REGULAR_ACCOUNT'
                            else 'WALK_IN' end as value_class,
                       least(19, %s)::int as column_no,
                       least(17, average_minor * 6 / greatest(cast(:spendCut as bigint), 6))::int as row_no,
                       count(*) as customers, sum(visits) as visits, sum(spend_minor) as spend_minor,
                       sum(year_spend_minor) as year_spend_minor
                  from %s
                 group by 1, 2, 3, 4
                """.formatted(Cuts.STATE, unit ? "visits - 1" : "visits * 7 / cast(:frequencyCut as bigint)", figures);
    }

    private void summarise(Map<String, Object> params) {
        run("""
                insert into segment_summary (run_id, state, customers, visits, spend_minor)
                select :runId, s.state, coalesce(sum(c.customers), 0)::bigint, coalesce(sum(c.visits), 0)::bigint,
                       coalesce(sum(c.spend_minor), 0)::bigint
                  from (values ('A'), ('B'), ('C'), ('D'), ('LAPSED')) as s (state)
                  left join segment_cells c on c.state = s.state
                 group by s.state
                """, params);
        run("""
                insert into segment_summary (run_id, state, customers, visits, spend_minor)
                select :runId, 'NEW', greatest(0, (select count(*) from customer)
                       - (select sum(customers) from segment_summary where run_id = :runId)::bigint), 0, 0
                """, params);
    }

    private static Map<String, Object> params(RunScope scope, Cuts cuts) {
        Map<String, Object> params = new HashMap<>();
        params.put("runId", scope.runId());
        params.put("frequencyCut", cuts.frequency());
        params.put("spendCut", cuts.spendMinor());
        params.put("keyAccount", scope.settings().keyAccountMinor());
        params.put("regularAccount", scope.settings().regularAccountMinor());
        return params;
    }

    private void run(String sql, Map<String, Object> params) {
        jdbc.sql(sql).params(params).update();
    }
}
