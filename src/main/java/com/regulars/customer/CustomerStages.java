package com.regulars.customer;

import com.regulars.customer.profile.ChangeWriter;
import com.regulars.customer.profile.FieldChange;
import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves customers along their life cycle (R1.7): by what they do, or by hand with a line in the history. */
@Service
@RequiredArgsConstructor
@Transactional
public class CustomerStages {

    private final JdbcClient jdbc;
    private final ChangeWriter changes;

    /** Who visits is no longer only potential or aware. */
    public void visited(Collection<Long> customerIds) {
        jdbc.sql("""
                        update customer set stage = 'ACTING'
                         where id in (select id from customer where id = any(:ids) and stage in ('POTENTIAL', 'AWARE')
                                       order by id for no key update)
                        """).param("ids", customerIds.toArray(Long[]::new)).update();
    }

    /** Somebody moves the customer by hand. */
    void move(long customerId, LifecycleStage stage) {
        var before = jdbc.sql("""
                        with before as (select id, stage from customer where id = :id for no key update)
                        update customer c set stage = :stage from before b
                         where c.id = b.id and b.stage <> :stage returning b.stage
                        """)
                .param("id", customerId)
                .param("stage", stage.name())
                .query(String.class)
                .optional();
        before.ifPresent(old -> changes.write(List.of(new FieldChange(customerId, "stage", old, stage.name()))));
    }
}
