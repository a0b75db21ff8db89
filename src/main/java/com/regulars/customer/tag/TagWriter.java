package com.regulars.customer.tag;

import com.regulars.customer.profile.FieldChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts tags on many customers at once; runs in the caller's transaction. */
@Component
@RequiredArgsConstructor
public class TagWriter {

    private final JdbcClient jdbc;
    private final TagNames tagNames;

    /**
     * Puts tags on customers; names that are new join the list, a tag that is worn already stays.
     *
     * @return what changed
     */
    public List<FieldChange> putOn(Map<Long, List<String>> wanted) {
        List<Long> ids = new ArrayList<>();
        List<String> names = new ArrayList<>();
        wanted.forEach((id, tags) -> tags.forEach(tag -> {
            ids.add(id);
            names.add(tag);
        }));
        if (ids.isEmpty()) {
            return List.of();
        }
        tagNames.ensure(names);
        return jdbc.sql("""
                        with added as (
                            insert into customer_tagged (customer_id, tag_id)
                            select distinct w.id, t.id from unnest(:ids, :names) as w(id, name) join customer_tag t on t.name = w.name
                            on conflict on constraint customer_tagged_pk do nothing
                            returning customer_id, tag_id)
                        select a.customer_id, t.name from added a join customer_tag t on t.id = a.tag_id
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param("names", names.toArray(String[]::new))
                .query((row, number) -> FieldChange.tagPutOn(row.getLong("customer_id"), row.getString("name")))
                .list();
    }
}
