package com.regulars.customer.tag;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The names of the managed list of tags and their keys (R1.5). */
@Component
@RequiredArgsConstructor
public class TagNames {

    private final JdbcClient jdbc;

    /** The keys of these names; those that are new join the list. */
    public Set<Long> keysOf(List<String> names) {
        if (names.isEmpty()) {
            return Set.of();
        }
        ensure(names);
        return Set.copyOf(jdbc.sql("select id from customer_tag where name = any(:names)")
                .param("names", names.toArray(String[]::new))
                .query(Long.class)
                .list());
    }

    public Map<Long, String> of(Collection<Long> keys) {
        Map<Long, String> names = new HashMap<>();
        if (!keys.isEmpty()) {
            jdbc.sql("select id, name from customer_tag where id = any(:keys)")
                    .param("keys", keys.toArray(Long[]::new))
                    .query(row -> {
                        names.put(row.getLong("id"), row.getString("name"));
                    });
        }
        return names;
    }

    void ensure(Collection<String> names) {
        jdbc.sql("""
                        insert into customer_tag (id, name)
                        select nextval('customer_tag_seq'), wanted.name from unnest(:names) as wanted(name)
                         where not exists (select 1 from customer_tag t where t.name = wanted.name)
                        on conflict on constraint customer_tag_name_unique do nothing
                        """)
                .param("names", names.stream().distinct().sorted().toArray(String[]::new))
                .update();
    }
}
