package com.regulars.segment.rating;

import static com.regulars.segment.rating.RunStatements.FIGURES;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Brings the kept figures from their date to a later one (or to the same one again) and notes in {@code segment_moved}
 * whose state changed. Only rows that differ are written; what they replace is kept as past.
 */
@Component
@RequiredArgsConstructor
class FigureWriter {

    private final RunStatements statements;

    /** Writes the guests of {@code segment_delta}, each with the state that the lines give. */
    void write(RunScope scope, Cuts cuts) {
        Map<String, Object> params = scope.params(cuts);
        keepPast(params);
        statements.run("""
                insert into segment_moved (customer_id, from_state, from_since, to_state)
                select customer_id, was_state, was_state_since, case when gone then null else %1$s end
                  from segment_delta where was_state is distinct from case when gone then null else %1$s end
                 order by customer_id
                """.formatted(Cuts.STATE), params);
        statements.run("""
                merge into segment_figure f
                using (select *, %s as state_now from segment_delta order by customer_id) d on d.customer_id = f.customer_id
                 when matched and d.gone then delete
                 when matched then update
                  set since = :asOf, visits = d.visits, spend_minor = d.spend_minor, lifetime_visits = d.lifetime_visits,
                      lifetime_spend_minor = d.lifetime_spend_minor, year_spend_minor = d.year_spend_minor,
                      last_visit_on = d.last_visit_on, state = d.state_now,
                      state_since = case when d.state_now = f.state then f.state_since else :asOf end
                 when not matched then insert (customer_id, since, %s, state, state_since)
               values (d.customer_id, :asOf, %s, d.state_now, :asOf)
                """.formatted(Cuts.STATE, FIGURES, "d." + FIGURES.replace(", ", ", d.")), params);
    }

    private void keepPast(Map<String, Object> params) {
        statements.run("""
                insert into segment_figure_past (customer_id, from_date, to_date, %1$s)
                select customer_id, was_since, :asOf, was_visits, was_spend_minor, was_lifetime_visits,
                       was_lifetime_spend_minor, was_year_spend_minor, was_last_visit_on
                  from segment_delta where was_since < :asOf order by customer_id
                """.formatted(FIGURES), params);
    }

    /**
     * Puts those into the right state whose figures are as they were, but on whose side a line no longer is. A full run
     * looks at everybody.
     */
    void reclassify(RunScope scope, Cuts cuts) {
        Standing standing = scope.standing();
        if (standing == null || !scope.full() && standing.cuts().equals(cuts)) {
            return;
        }
        Map<String, Object> params = new HashMap<>(scope.params(cuts));
        String crossed = "";
        if (!scope.full() && standing.cuts().differOnlyInSpendFrom(cuts)) {
            long before = Objects.requireNonNull(standing.cuts().spendMinor());
            long now = Objects.requireNonNull(cuts.spendMinor());
            params.put("low", Math.min(before, now));
            params.put("high", Math.max(before, now));
            crossed = "and visits > 0 and average_minor >= :low and average_minor < :high";
        }
        statements.run("""
                with moved as (
                    update segment_figure set state = %1$s, state_since = :asOf
                     where state is distinct from %1$s %2$s
                    returning customer_id, old.state as from_state, old.state_since as from_since, new.state as to_state)
                insert into segment_moved (customer_id, from_state, from_since, to_state)
                select customer_id, from_state, from_since, to_state from moved
                """.formatted(Cuts.STATE, crossed), params);
    }

    /** Notes what the kept figures stand for now. */
    void settle(RunScope scope, Cuts cuts) {
        Map<String, Object> params = new HashMap<>(scope.params(cuts));
        params.put("windowDays", scope.settings().windowDays());
        statements.run("""
                insert into segment_standing (as_of, window_days, frequency_cut, spend_cut_minor, key_account_minor,
                                              regular_account_minor)
                values (:asOf, :windowDays, :frequencyCut, :spendCut, :keyAccount, :regularAccount)
                on conflict on constraint segment_standing_pk do update
                   set as_of = excluded.as_of, window_days = excluded.window_days,
                       frequency_cut = excluded.frequency_cut, spend_cut_minor = excluded.spend_cut_minor,
                       key_account_minor = excluded.key_account_minor,
                       regular_account_minor = excluded.regular_account_minor
                """, params);
    }
}
