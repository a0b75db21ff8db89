package com.regulars.segment.report;

import com.regulars.segment.SegmentState;
import com.regulars.segment.report.Movements.Pair;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts who went from where to where, and reads what was counted before. */
@Component
@RequiredArgsConstructor
class MovementQueries {

    /** Guests whose interval ended or began between the two dates; only these can have moved. */
    static final String MOVERS = """
            select coalesce(a.customer_id, b.customer_id) as customer_id, a.state as from_state, b.state as to_state
              from (select customer_id, state from segment_membership
                     where from_date <= :from and to_date > :from and to_date <= :to) a
              full join (select customer_id, state from segment_membership
                          where from_date > :from and from_date <= :to and to_date > :to
                         union all
                         select customer_id, state from segment_figure where state_since > :from and state_since <= :to) b
                     on a.customer_id = b.customer_id""";

    private final JdbcClient jdbc;

    /** Two runs in force, the first of the earlier date. */
    record Runs(long from, long to) {}

    /** How many went which way between two dates that have runs; who stayed is counted only when he went and came back. */
    Map<Pair, Long> moves(LocalDate from, LocalDate to) {
        Map<Pair, Long> moves = new HashMap<>();
        jdbc.sql("""
                        select coalesce(m.from_state, 'NEW') as from_state, coalesce(m.to_state, 'NEW') as to_state,
                               count(*) as customers
                          from (%s) m group by 1, 2
                        """.formatted(MOVERS)).param("from", from).param("to", to).query(row -> {
            moves.put(pair(row), row.getLong("customers"));
        });
        return moves;
    }

    /** What was kept of these; a pair of runs that was never kept is left out. */
    Map<Runs, Map<Pair, Long>> kept(Collection<Runs> wanted) {
        Map<Runs, Map<Pair, Long>> kept = new HashMap<>();
        jdbc.sql("""
                        select m.from_run, m.to_run, m.from_state, m.to_state, m.customers
                          from unnest(:from, :to) as w (from_run, to_run)
                          join segment_movement m on m.from_run = w.from_run and m.to_run = w.to_run
                        """)
                .param("from", wanted.stream().map(Runs::from).toArray(Long[]::new))
                .param("to", wanted.stream().map(Runs::to).toArray(Long[]::new))
                .query(row -> {
                    kept.computeIfAbsent(
                                    new Runs(row.getLong("from_run"), row.getLong("to_run")), runs -> new HashMap<>())
                            .put(pair(row), row.getLong("customers"));
                });
        return kept;
    }

    private static Pair pair(ResultSet row) throws SQLException {
        return new Pair(
                SegmentState.valueOf(row.getString("from_state")), SegmentState.valueOf(row.getString("to_state")));
    }
}
