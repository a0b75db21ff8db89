package com.regulars.segment.rating;

import com.regulars.customer.CustomerRatings;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Stores the moves of {@code segment_moved} as date intervals: what held before ends or goes on around the run's date. A
 * run between two others leaves both readable.
 */
@Component
@RequiredArgsConstructor
class MembershipWriter {

    private final RunStatements statements;
    private final CustomerRatings ratings;

    /** The table of moves, as the ratings of customers are taken from it too. */
    void prepare(RunScope scope) {
        statements.run("""
                create temporary table segment_moved (
                    customer_id bigint, from_state varchar(6), from_since date, to_state varchar(6), previous char(1),
                    since date generated always as (date '%s') virtual,
                    quadrant char(1) generated always as (case when length(to_state) = 1 then to_state end) virtual,
                    status varchar(10) generated always as (
                        case when to_state is null then 'NEW' when length(to_state) = 1 then 'RATED' else to_state end) virtual
                ) on commit drop
                """.formatted(scope.asOf()), Map.of());
    }

    /** The state before ends; where each guest stands now is kept with the figures and told to the customers. */
    void moveOn(RunScope scope) {
        Map<String, Object> params = scope.params();
        statements.analyze("segment_moved");
        statements.run("""
                insert into segment_membership (customer_id, from_date, to_date, state)
                select customer_id, from_since, :asOf, from_state from segment_moved where from_since < :asOf
                """, params);
        // also when the date is rated a second time, the letter before is the one of the date before
        statements.run("""
                update segment_moved d set previous = m.state from segment_membership m
                 where m.customer_id = d.customer_id and m.to_date = :asOf and length(m.state) = 1
                """, params);
        ratings.takeFrom("segment_moved");
    }

    /** The new state holds from the run's date to the next date that has a run; every other date reads as before. */
    void moveThen(RunScope scope) {
        Map<String, Object> params = scope.params();
        statements.analyze("segment_moved");
        statements.run("""
                insert into segment_membership (customer_id, from_date, to_date, state)
                select customer_id, :next, m.to_date, m.state
                  from segment_membership m join segment_moved d using (customer_id)
                 where m.from_date <= :asOf and m.to_date > :next
                """, params);
        statements.run("""
                delete from segment_membership m using segment_moved d
                 where d.customer_id = m.customer_id and m.from_date = :asOf
                """, params);
        statements.run("""
                update segment_membership m set to_date = :asOf from segment_moved d
                 where d.customer_id = m.customer_id and m.from_date < :asOf and m.to_date > :asOf
                """, params);
        statements.run("""
                with cut as (update segment_figure f set state_since = :next from segment_moved d
                              where d.customer_id = f.customer_id and f.state_since <= :asOf
                             returning f.customer_id, old.state_since as from_date, f.state)
                insert into segment_membership (customer_id, from_date, to_date, state)
                select customer_id, from_date, :asOf, state from cut where from_date < :asOf
                """, params);
        statements.run("""
                insert into segment_membership (customer_id, from_date, to_date, state)
                select customer_id, :asOf, :next, to_state from segment_moved where to_state is not null
                """, params);
    }
}
