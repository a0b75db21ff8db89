package com.regulars.segment.rating;

import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The night's aggregates that dashboards read: summary, value classes (R5.4), plot and life cycle, from the cells. */
@Component
@RequiredArgsConstructor
class NightWriter {

    private final RunStatements statements;
    private final JdbcClient jdbc;

    /**
     * @param cells the table of cells to read
     * @return how many guests are known, rated or not
     */
    long write(RunScope scope, Cuts cuts, String cells) {
        Map<String, Object> params = scope.params(cuts);
        statements.run("""
                insert into segment_stage (run_id, stage, customers)
                select :runId, stage, count(*) from customer_v_guest group by stage
                """, params);
        summarise(cells, params);
        statements.run("""
                insert into segment_value_class (run_id, value_class, customers, year_spend_minor)
                select :runId, value_class, sum(customers)::bigint, sum(year_spend_minor)::bigint
                  from %s group by value_class
                """.formatted(cells), params);
        boolean unit = cuts.frequency() == null || cuts.frequency() <= DensityCell.UNIT_COLUMNS;
        statements.run(
                """
                insert into segment_density (run_id, column_no, row_no, visits_from, average_from_minor, customers, spend_minor)
                select :runId, column_no, row_no, %s, (cast(:rowEdges as bigint[]))[row_no + 1],
                       sum(customers)::bigint, sum(spend_minor)::bigint
                  from %s where state <> 'LAPSED' group by column_no, row_no
                """.formatted(
                        unit ? "column_no + 1" : "greatest(1, (column_no * cast(:frequencyCut as bigint) + 6) / 7)",
                        cells),
                params);
        return jdbc.sql("select sum(customers)::bigint from segment_summary where run_id = :runId")
                .params(params)
                .query(Long.class)
                .single();
    }

    private void summarise(String cells, Map<String, Object> params) {
        statements.run("""
                insert into segment_summary (run_id, state, customers, visits, spend_minor)
                select :runId, s.state, coalesce(sum(c.customers), 0)::bigint, coalesce(sum(c.visits), 0)::bigint,
                       coalesce(sum(c.spend_minor), 0)::bigint
                  from (values ('A'), ('B'), ('C'), ('D'), ('LAPSED')) as s (state)
                  left join %s c on c.state = s.state
                 group by s.state
                """.formatted(cells), params);
        statements.run("""
                insert into segment_summary (run_id, state, customers, visits, spend_minor)
                select :runId, 'NEW', greatest(0, (select sum(customers) from segment_stage where run_id = :runId)
                       - (select sum(customers) from segment_summary where run_id = :runId))::bigint, 0, 0
                """, params);
    }
}
