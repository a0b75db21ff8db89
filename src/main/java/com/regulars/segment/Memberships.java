package com.regulars.segment;

import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores the moves of {@code segment_moved} as date intervals: the new state holds from the run's date to the next date
 * that has a run, what held before ends or goes on around it. A run between two others leaves both readable.
 */
@Component
@RequiredArgsConstructor
class Memberships {

    private final JdbcClient jdbc;

    void write(RunScope scope) {
        Map<String, Object> params = scope.params();
        jdbc.sql("analyze segment_moved").update();
        if (scope.next() != null) {
            goOnAfterwards(params);
        }
        run("""
                delete from segment_membership m using segment_moved d
                 where d.customer_id = m.customer_id and m.from_date = :asOf
                """, params);
        run("""
                update segment_membership m set to_date = :asOf from segment_moved d
                 where d.customer_id = m.customer_id and m.from_date < :asOf and (m.to_date is null or m.to_date > :asOf)
                """, params);
        run("""
                insert into segment_membership (customer_id, from_date, to_date, state)
                select customer_id, :asOf, %s, to_state from segment_moved where to_state is not null
                """.formatted(scope.next() == null ? "null" : ":next"), params);
    }

    private void goOnAfterwards(Map<String, Object> params) {
        run("""
                insert into segment_membership (customer_id, from_date, to_date, state)
                select customer_id, :next, m.to_date, m.state
                  from segment_membership m join segment_moved d using (customer_id)
                 where m.from_date <= :asOf and (m.to_date is null or m.to_date > :next)
                """, params);
    }

    private void run(String sql, Map<String, Object> params) {
        jdbc.sql(sql).params(params).update();
    }
}
