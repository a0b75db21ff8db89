package com.regulars.customer;

import java.util.Collection;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves customers along their life cycle by what they do (R1.7); other moves are made by hand. */
@Service
@RequiredArgsConstructor
@Transactional
public class CustomerStages {

    private final JdbcClient jdbc;

    /** Who visits is no longer only potential or aware. */
    public void visited(Collection<Long> customerIds) {
        jdbc.sql("""
                        update customer set stage = 'ACTING'
                         where id in (select id from customer where id = any(:ids) and stage in ('POTENTIAL', 'AWARE')
                                       order by id for no key update)
                        """).param("ids", customerIds.toArray(Long[]::new)).update();
    }
}
