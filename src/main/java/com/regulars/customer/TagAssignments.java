package com.regulars.customer;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts tags on customers and takes them off, with the history of it; runs in the caller's transaction. */
@Component
@RequiredArgsConstructor
class TagAssignments {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** Puts tags on a customer; names that are new join the list. */
    void putOn(long customerId, List<String> names, @Nullable String by) {
        putOn(Map.of(customerId, names), by);
    }

    /**
     * Puts tags on many customers at once; a tag they wear already stays.
     *
     * @param by who is named in the history of changes; null for customers that are just being registered
     * @return the customers that got a tag they did not wear
     */
    Set<Long> putOn(Map<Long, List<String>> wanted, @Nullable String by) {
        List<Long> ids = new ArrayList<>();
        List<String> names = new ArrayList<>();
        wanted.forEach((id, tags) -> tags.forEach(tag -> {
            ids.add(id);
            names.add(tag);
        }));
        if (ids.isEmpty()) {
            return Set.of();
        }
        ensure(names.stream().distinct().sorted().toArray(String[]::new));
        return Set.copyOf(jdbc.sql("""
                        with added as (
                            insert into customer_tagged (customer_id, tag_id)
                            select distinct w.id, t.id from unnest(:ids, :names) as w(id, name) join customer_tag t on t.name = w.name
                            on conflict on constraint customer_tagged_pk do nothing
                            returning customer_id, tag_id),
                        told as (
                            insert into customer_change (id, customer_id, field, new_value, changed_at, changed_by)
                            select nextval('customer_change_seq'), a.customer_id, 'tags', t.name, :now, :by
                              from added a join customer_tag t on t.id = a.tag_id where cast(:by as text) is not null)
                        select distinct customer_id from added
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param("names", names.toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .query(Long.class)
                .list());
    }

    void takeOff(long customerId, Collection<String> names, String by) {
        jdbc.sql("""
                        with gone as (
                            delete from customer_tagged g using customer_tag t
                             where t.id = g.tag_id and g.customer_id = :id and t.name = any(:names) returning t.name)
                        insert into customer_change (id, customer_id, field, old_value, changed_at, changed_by)
                        select nextval('customer_change_seq'), :id, 'tags', name, :now, :by from gone
                        """)
                .param("id", customerId)
                .param("names", names.toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void ensure(String[] names) {
        jdbc.sql("""
                        insert into customer_tag (id, name)
                        select nextval('customer_tag_seq'), wanted.name from unnest(:names) as wanted(name)
                         where not exists (select 1 from customer_tag t where t.name = wanted.name)
                        on conflict on constraint customer_tag_name_unique do nothing
                        """).param("names", names).update();
    }
}
