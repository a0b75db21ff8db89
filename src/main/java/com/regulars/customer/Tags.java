package com.regulars.customer;

import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The managed list of tags and which customer wears which (R1.5). */
@Service
@RequiredArgsConstructor
@Transactional
class Tags {

    private final JdbcClient jdbc;

    List<String> of(long customerId) {
        return jdbc.sql("""
                        select t.name from customer_tagged g join customer_tag t on t.id = g.tag_id
                         where g.customer_id = :id order by t.name
                        """).param("id", customerId).query(String.class).list();
    }

    /** Puts tags on a customer; names that are new join the list. */
    void assign(long customerId, Collection<String> names) {
        if (names.isEmpty()) {
            return;
        }
        String[] wanted = names.toArray(String[]::new);
        ensure(wanted);
        jdbc.sql("""
                        insert into customer_tagged (customer_id, tag_id)
                        select :id, t.id from customer_tag t where t.name = any(:names)
                        on conflict do nothing
                        """).param("id", customerId).param("names", wanted).update();
    }

    void ensure(String[] names) {
        jdbc.sql("""
                        insert into customer_tag (id, name)
                        select nextval('customer_tag_seq'), name from unnest(:names) as name
                         where not exists (select 1 from customer_tag t where t.name = name)
                        on conflict on constraint customer_tag_name_unique do nothing
                        """).param("names", names).update();
    }
}
