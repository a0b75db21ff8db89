package com.regulars.customer.profile;

import com.regulars.access.CurrentActor;
import com.regulars.customer.find.TermWriter;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what follows when cards change, many at once: a line of history for each field, with who acts and the name shown
 * at the time (R1.8), and the terms a customer is found by.
 */
@Component
@RequiredArgsConstructor
public class ChangeWriter {

    private final JdbcClient jdbc;
    private final TermWriter terms;
    private final CurrentActor currentActor;
    private final Clock clock;

    public void write(List<FieldChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        keep(changes);
        Map<Long, String> names = new HashMap<>();
        Map<Long, @Nullable String> phones = new HashMap<>();
        for (FieldChange change : changes) {
            String after = change.after();
            if (change.field().equals("name") && after != null) {
                names.put(change.customerId(), after);
            } else if (change.field().equals("phone")) {
                phones.put(change.customerId(), after);
            }
        }
        terms.rename(names);
        terms.movePhones(phones);
    }

    private void keep(List<FieldChange> changes) {
        var actor = currentActor.get();
        jdbc.sql("""
                        insert into customer_change (id, customer_id, field, old_value, new_value,
                                                     changed_at, changed_by_key, changed_by_name)
                        select nextval('customer_change_seq'), c.customer_id, c.field, c.old_value, c.new_value, :at, :key, :name
                          from unnest(:customers, :fields, :before, :after) as c(customer_id, field, old_value, new_value)
                        """)
                .param(
                        "customers",
                        changes.stream().map(FieldChange::customerId).toArray(Long[]::new))
                .param("fields", column(changes, FieldChange::field))
                .param("before", column(changes, FieldChange::before))
                .param("after", column(changes, FieldChange::after))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("key", actor.key())
                .param("name", actor.name())
                .update();
    }

    private static @Nullable String[] column(List<FieldChange> changes, Function<FieldChange, @Nullable String> value) {
        return changes.stream().map(value).toArray(String[]::new);
    }
}
