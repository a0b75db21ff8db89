package com.regulars.customer.tag;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.customer.profile.ProfileReader;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.NotFoundException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the managed list of tags (R1.5). */
@Service
@RequiredArgsConstructor
@Transactional
public class TagList {

    private static final int LONGEST = 60;

    private final JdbcClient jdbc;
    private final TagNames names;
    private final ProfileReader fields;

    @Transactional(readOnly = true)
    public List<ListedTag> all() {
        return jdbc.sql("""
                        select t.id, t.name, t.retired, (select count(*) from customer_tagged g where g.tag_id = t.id) as customers
                          from customer_tag t order by t.retired, t.name collate "zh-x-icu"
                        """)
                .query((row, number) -> new ListedTag(
                        row.getLong("id"), row.getString("name"), row.getBoolean("retired"), row.getLong("customers")))
                .list();
    }

    /** The names that may be put on customers. */
    @Transactional(readOnly = true)
    public List<String> usable() {
        return jdbc.sql("select name from customer_tag where not retired order by name collate \"zh-x-icu\"")
                .query(String.class)
                .list();
    }

    /** Adds a name to the list, or takes a retired one back. */
    @Requires(Permission.CUSTOMER_EDIT)
    public void add(@Nullable String typed) {
        String name = name(typed);
        names.ensure(List.of(name));
        jdbc.sql("update customer_tag set retired = false where name = :name")
                .param("name", name)
                .update();
    }

    @Requires(Permission.CUSTOMER_EDIT)
    public void rename(long id, @Nullable String typed) {
        String name = name(typed);
        try {
            changed(
                    id,
                    jdbc.sql("update customer_tag set name = :name where id = :id")
                            .param("name", name)
                            .param("id", id)
                            .update());
        } catch (DuplicateKeyException taken) {
            throw new InvalidFieldException("name", "customer.tagTaken", name);
        }
    }

    /** A retired tag is offered no more and stays where it is worn. */
    @Requires(Permission.CUSTOMER_EDIT)
    public void retire(long id) {
        changed(
                id,
                jdbc.sql("update customer_tag set retired = true where id = :id")
                        .param("id", id)
                        .update());
    }

    private static void changed(long id, int rows) {
        if (rows == 0) {
            throw new NotFoundException("tag", id);
        }
    }

    private String name(@Nullable String typed) {
        String name = fields.text("name", typed, LONGEST);
        if (name == null) {
            throw new InvalidFieldException("name", "customer.tag");
        }
        return name;
    }
}
