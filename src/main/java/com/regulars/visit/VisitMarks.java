package com.regulars.visit;

import com.regulars.customer.RegistrationParticipant;
import java.util.Collection;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The marks of customers whose visits were written since the last nightly run (R5.2). A mark is only ever added; the run
 * takes those it has seen.
 */
@Service
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class VisitMarks implements RegistrationParticipant {

    private final JdbcClient jdbc;

    /**
     * Moves the marked customers, each once, into a temporary table with the one column {@code customer_id}, in the
     * caller's transaction. Exactly the marks that are seen now are taken: one written while the caller works stays for
     * its next time, and all come back when the caller rolls back.
     */
    public void takeInto(String temporaryTable) {
        if (!temporaryTable.matches("[a-z_]{1,60}")) {
            throw new IllegalArgumentException("No table name: " + temporaryTable);
        }
        jdbc.sql("""
                        with taken as (delete from visit_mark returning customer_id)
                        insert into %s (customer_id) select distinct customer_id from taken
                        """.formatted(temporaryTable)).update();
    }

    /** Takes the marks that are seen now, for a caller who looks at everybody; all come back when the caller rolls back. */
    public void takeAll() {
        jdbc.sql("delete from visit_mark").update();
    }

    @Override
    public void registered(Collection<Long> customerIds) {
        mark(customerIds);
    }

    void mark(Collection<Long> customerIds) {
        jdbc.sql("insert into visit_mark (customer_id) select distinct unnest(:ids)")
                .param("ids", customerIds.toArray(Long[]::new))
                .update();
    }
}
