package com.regulars.customer;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The current quadrant of each customer, written by the segment run and read by everyone (R5.1). */
@Service
@RequiredArgsConstructor
@Transactional
public class CustomerRatings {

    private final JdbcClient jdbc;

    public void apply(List<RatingChange> changes) {
        jdbc.sql("""
                        insert into customer_rating (customer_id, quadrant, status, since, previous)
                        select * from unnest(:ids, :quadrants, :statuses, :dates::date[], :previous)
                        on conflict on constraint customer_rating_pk do update
                           set quadrant = excluded.quadrant, status = excluded.status,
                               since = excluded.since, previous = excluded.previous
                        """)
                .param("ids", changes.stream().map(RatingChange::customerId).toArray(Long[]::new))
                .param("quadrants", changes.stream().map(RatingChange::quadrant).toArray(String[]::new))
                .param("statuses", changes.stream().map(RatingChange::status).toArray(String[]::new))
                .param(
                        "dates",
                        changes.stream()
                                .map(change -> change.since().toString())
                                .toArray(String[]::new))
                .param(
                        "previous",
                        changes.stream().map(RatingChange::previousQuadrant).toArray(String[]::new))
                .update();
    }

    /**
     * The same, read by the database itself when a run changes too many to carry through memory.
     *
     * @param temporaryTable has the columns customer_id, quadrant, status, since, previous, and each customer once
     */
    public void takeFrom(String temporaryTable) {
        if (!temporaryTable.matches("[a-z_]{1,60}")) {
            throw new IllegalArgumentException("No table name: " + temporaryTable);
        }
        jdbc.sql("""
                        merge into customer_rating r
                        using (select m.* from %s m join customer c on c.id = m.customer_id order by c.id) m
                           on m.customer_id = r.customer_id
                         when matched then update
                          set quadrant = m.quadrant, status = m.status, since = m.since, previous = m.previous
                         when not matched then insert (customer_id, quadrant, status, since, previous)
                       values (m.customer_id, m.quadrant, m.status, m.since, m.previous)
                        """.formatted(temporaryTable)).update();
    }
}
