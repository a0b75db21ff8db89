package com.regulars.customer;

import com.regulars.customer.profile.ChangeWriter;
import com.regulars.customer.profile.FieldChange;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves customers along their life cycle (R1.7): by what they do, or by hand with a line in the history. */
@Service
@RequiredArgsConstructor
@Transactional
public class CustomerStages {

    /** Nobody pages further than this; a filter finds faster. */
    public static final int MOST_COUNTED = 50_000;

    private final JdbcClient jdbc;
    private final ChangeWriter changes;

    /**
     * How many guests stand in each stage now, as the list of customers counts them: no further than
     * {@link CustomerStages#MOST_COUNTED}.
     */
    @Transactional(readOnly = true)
    public Map<LifecycleStage, Long> counts() {
        Map<LifecycleStage, Long> counts = new EnumMap<>(LifecycleStage.class);
        jdbc.sql("""
                        select s.stage, (select count(*) from (select 1 from customer c where c.stage = s.stage limit :most) counted)
                          from unnest(:stages) as s (stage)
                        """)
                .param("most", MOST_COUNTED)
                .param(
                        "stages",
                        Arrays.stream(LifecycleStage.values()).map(Enum::name).toArray(String[]::new))
                .query(row -> {
                    counts.put(LifecycleStage.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

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
