package com.regulars.segment;

import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings the kept figures from their date to a later one (or to the same one again) and notes in the temporary table
 * {@code segment_moved} whose state changed. Only rows that differ are written; what they replace is kept as past.
 */
@Component
@RequiredArgsConstructor
class StandingFigures {

    private static final String FIGURES =
            "visits, spend_minor, lifetime_visits, lifetime_spend_minor, year_spend_minor, last_visit_on";

    private final JdbcClient jdbc;

    /** Writes the counted figures; after a full count their state too, as its cuts are known before. */
    void merge(RunScope scope, Cuts cuts) {
        Map<String, Object> params = params(scope, cuts);
        run(delta(scope.full()), params);
        jdbc.sql("analyze segment_delta").update();
        run("""
                insert into segment_figure_past (customer_id, from_date, to_date, %1$s)
                select customer_id, f.since, :asOf, f.visits, f.spend_minor, f.lifetime_visits, f.lifetime_spend_minor,
                       f.year_spend_minor, f.last_visit_on
                  from segment_figure f join segment_delta d using (customer_id)
                 where f.since < :asOf
                """.formatted(FIGURES), params);
        run("""
                with gone as (delete from segment_figure f using segment_delta d
                               where d.customer_id = f.customer_id and d.gone
                              returning f.customer_id, f.state)
                insert into segment_moved select customer_id, state, null from gone
                """, params);
        write(scope.full() ? Cuts.STATE : "null", scope.full() ? "excluded.state" : "segment_figure.state", params);
    }

    private void write(String state, String stateWhenKnown, Map<String, Object> params) {
        run("""
                with written as (
                    insert into segment_figure (customer_id, since, %1$s, state)
                    select customer_id, :asOf, %1$s, %2$s
                      from segment_delta where not gone
                    on conflict on constraint segment_figure_pk do update
                       set since = excluded.since, visits = excluded.visits, spend_minor = excluded.spend_minor,
                           lifetime_visits = excluded.lifetime_visits,
                           lifetime_spend_minor = excluded.lifetime_spend_minor,
                           year_spend_minor = excluded.year_spend_minor, last_visit_on = excluded.last_visit_on,
                           state = %3$s
                    returning segment_figure.customer_id, old.state as from_state, new.state as to_state)
                insert into segment_moved
                select customer_id, from_state, to_state from written where from_state is distinct from to_state
                """.formatted(FIGURES, state, stateWhenKnown), params);
    }

    /** Puts every guest whose state is no longer right into the right one. */
    void classify(RunScope scope, Cuts cuts) {
        run("""
                with moved as (
                    update segment_figure set state = %1$s
                     where state is distinct from %1$s
                    returning customer_id, old.state as from_state, new.state as to_state)
                insert into segment_moved select customer_id, from_state, to_state from moved
                """.formatted(Cuts.STATE), params(scope, cuts));
    }

    /** Notes which date and window the kept figures stand for now. */
    void settle(RunScope scope) {
        jdbc.sql("""
                        insert into segment_standing (as_of, window_days) values (:asOf, :windowDays)
                        on conflict on constraint segment_standing_pk do update
                           set as_of = excluded.as_of, window_days = excluded.window_days
                        """)
                .param("asOf", scope.asOf())
                .param("windowDays", scope.settings().windowDays())
                .update();
    }

    private static String delta(boolean full) {
        return """
                create temporary table segment_delta on commit drop as
                select coalesce(n.customer_id, f.customer_id) as customer_id,
                       n.customer_id is null or n.lifetime_visits = 0 as gone,
                       n.visits, n.spend_minor, n.average_minor, n.lifetime_visits, n.lifetime_spend_minor,
                       n.year_spend_minor, n.last_visit_on
                  from segment_counted n %s join segment_figure f on f.customer_id = n.customer_id
                 where (f.customer_id is not null or n.lifetime_visits > 0)
                   and (n.visits, n.spend_minor, n.lifetime_visits, n.lifetime_spend_minor, n.year_spend_minor, n.last_visit_on)
                       is distinct from
                       (f.visits, f.spend_minor, f.lifetime_visits, f.lifetime_spend_minor, f.year_spend_minor, f.last_visit_on)
                """.formatted(full ? "full" : "left");
    }

    private static Map<String, Object> params(RunScope scope, Cuts cuts) {
        Map<String, Object> params = scope.params();
        params.put("frequencyCut", cuts.frequency());
        params.put("spendCut", cuts.spendMinor());
        return params;
    }

    private void run(String sql, Map<String, Object> params) {
        jdbc.sql(sql).params(params).update();
    }
}
