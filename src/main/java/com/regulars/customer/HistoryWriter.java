package com.regulars.customer;

import com.regulars.access.CurrentActor;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the history of the cards (R1.8): one line for each field, with who acts and the name shown at the time. */
@Component
@RequiredArgsConstructor
class HistoryWriter {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    void write(List<FieldChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
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
