package com.regulars.segment.rating;

import static com.regulars.segment.rating.RunStatements.FIGURES;

import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Writes what a run found for a date before the newest one: the figures of {@code segment_counted} hold from its date to
 * the next date that has a run, and every other date reads as it did before.
 */
@Component
@RequiredArgsConstructor
class EarlierFigureWriter {

    private final RunStatements statements;

    void write(RunScope scope, Cuts cuts) {
        Map<String, Object> params = scope.params(cuts);
        findDifferences(params);
        findMoves(params);
        endKeptFigures(params);
        replacePast(params);
    }

    private void findDifferences(Map<String, Object> params) {
        statements.make("segment_delta", """
                select coalesce(n.customer_id, f.customer_id) as customer_id, n.customer_id is null as gone,
                       n.visits, n.spend_minor, n.lifetime_visits, n.lifetime_spend_minor, n.year_spend_minor,
                       n.last_visit_on
                  from segment_counted n
                  full join (select customer_id, %1$s from segment_figure where since <= :asOf
                             union all
                             select customer_id, %1$s from segment_figure_past where from_date <= :asOf and to_date > :asOf) f
                         on f.customer_id = n.customer_id
                 where (n.visits, n.spend_minor, n.lifetime_visits, n.lifetime_spend_minor, n.year_spend_minor, n.last_visit_on)
                       is distinct from
                       (f.visits, f.spend_minor, f.lifetime_visits, f.lifetime_spend_minor, f.year_spend_minor, f.last_visit_on)
                """.formatted(FIGURES), params);
    }

    private void findMoves(Map<String, Object> params) {
        statements.run("""
                insert into segment_moved (customer_id, from_state, to_state)
                select coalesce(n.customer_id, m.customer_id), m.state, n.state
                  from (select customer_id, %s as state from segment_counted) n
                  full join (%s) m on m.customer_id = n.customer_id
                 where n.state is distinct from m.state
                """.formatted(Cuts.STATE, KeptStands.STATES_AT), params);
    }

    /** What is kept for the newest date begins at the next date; before that it is past. */
    private void endKeptFigures(Map<String, Object> params) {
        statements.run("""
                with cut as (update segment_figure f set since = :next
                               from segment_delta d
                              where d.customer_id = f.customer_id and f.since <= :asOf
                             returning f.customer_id, old.since as from_date, f.visits, f.spend_minor, f.lifetime_visits,
                                       f.lifetime_spend_minor, f.year_spend_minor, f.last_visit_on)
                insert into segment_figure_past (customer_id, from_date, to_date, %1$s)
                select customer_id, from_date, :next, %1$s from cut
                """.formatted(FIGURES), params);
    }

    private void replacePast(Map<String, Object> params) {
        statements.run("""
                insert into segment_figure_past (customer_id, from_date, to_date, %1$s)
                select customer_id, :next, p.to_date, p.visits, p.spend_minor, p.lifetime_visits, p.lifetime_spend_minor,
                       p.year_spend_minor, p.last_visit_on
                  from segment_figure_past p join segment_delta d using (customer_id)
                 where p.from_date <= :asOf and p.to_date > :next
                """.formatted(FIGURES), params);
        statements.run("""
                delete from segment_figure_past p using segment_delta d
                 where d.customer_id = p.customer_id and p.from_date = :asOf
                """, params);
        statements.run("""
                update segment_figure_past p set to_date = :asOf from segment_delta d
                 where d.customer_id = p.customer_id and p.from_date < :asOf and p.to_date > :asOf
                """, params);
        statements.run("""
                insert into segment_figure_past (customer_id, from_date, to_date, %1$s)
                select customer_id, :asOf, :next, %1$s from segment_delta where not gone
                """.formatted(FIGURES), params);
    }
}
