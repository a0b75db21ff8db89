package com.regulars.segment.report;

import com.regulars.segment.report.MovementQueries.Runs;
import com.regulars.segment.report.Movements.Pair;
import com.regulars.segment.run.RunQueries;
import com.regulars.segment.run.SegmentRun;
import com.regulars.segment.run.SegmentRunDone;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the movements that the dashboard opens with, counted when a night is over, so that nobody waits for them. Where
 * a node dies before it comes to that, they are counted for whoever looks.
 */
@Component
@RequiredArgsConstructor
class MovementWriter {

    private static final int DATES = 800;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RunQueries runs;
    private final MovementQueries queries;

    @EventListener
    void keep(SegmentRunDone done) {
        List<SegmentRun> inForce = runs.history(null, DATES, 0).inForce();
        SegmentRun newest = inForce.getFirst();
        if (newest.id() == done.runId()) {
            transaction.executeWithoutResult(status -> {
                jdbc.sql("set local statement_timeout = 0").update();
                keep(RunComparison.of(newest, inForce, null));
            });
        }
    }

    private void keep(RunComparison comparison) {
        var steps = comparison.steps();
        var kept = queries.kept(steps.stream().map(RunComparison.Step::ids).toList());
        steps.stream()
                .filter(step -> !kept.containsKey(step.ids()))
                .forEach(step -> write(
                        step.ids(),
                        queries.moves(step.from().businessDate(), step.to().businessDate())));
    }

    private void write(Runs runs, Map<Pair, Long> moves) {
        List<Map.Entry<Pair, Long>> rows = List.copyOf(moves.entrySet());
        jdbc.sql("""
                        insert into segment_movement (from_run, to_run, from_state, to_state, customers)
                        select :from, :to, r.from_state, r.to_state, r.customers
                          from unnest(:fromStates, :toStates, :customers) as r (from_state, to_state, customers)
                        on conflict on constraint segment_movement_pk do nothing
                        """)
                .param("from", runs.from())
                .param("to", runs.to())
                .param("fromStates", column(rows, pair -> pair.from().name()))
                .param("toStates", column(rows, pair -> pair.to().name()))
                .param("customers", rows.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .update();
    }

    private static String[] column(List<Map.Entry<Pair, Long>> rows, Function<Pair, String> value) {
        return rows.stream().map(row -> value.apply(row.getKey())).toArray(String[]::new);
    }
}
