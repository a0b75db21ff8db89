package com.regulars.customer.transfer;

import com.regulars.customer.CustomerProfile;
import com.regulars.customer.find.Pinyin;
import com.regulars.customer.profile.ChangeWriter;
import com.regulars.customer.profile.FieldChange;
import com.regulars.customer.tag.TagWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes many known customers at once by what the rows of a file say, with history, terms and tags. */
@Component
@RequiredArgsConstructor
class RevisedCustomerWriter {

    private final JdbcClient jdbc;
    private final ProfileQueries profiles;
    private final ChangeWriter writer;
    private final TagWriter tags;

    /** @return how many customers are another than before */
    int revise(Map<Long, ImportedCustomer> met) {
        var before = profiles.of(met.keySet());
        Set<Long> changing = new HashSet<>();
        met.forEach((id, row) -> {
            var profile = before.get(id);
            if (profile != null && !row.over(profile).equals(profile)) {
                changing.add(id);
            }
        });
        List<FieldChange> changes = new ArrayList<>(revise(changing, met));
        Map<Long, List<String>> wanted = new LinkedHashMap<>();
        met.forEach((id, row) -> wanted.put(id, row.tags()));
        List<FieldChange> added = tags.putOn(wanted);
        countUp(added);
        changes.addAll(added);
        writer.write(changes);
        return (int) changes.stream().map(FieldChange::customerId).distinct().count();
    }

    private List<FieldChange> revise(Set<Long> changing, Map<Long, ImportedCustomer> met) {
        if (changing.isEmpty()) {
            return List.of();
        }
        var locked = profiles.toChange(changing);
        Map<Long, CustomerProfile> after = new LinkedHashMap<>();
        List<FieldChange> changes = new ArrayList<>();
        locked.forEach((id, profile) -> {
            CustomerProfile revised = Objects.requireNonNull(met.get(id)).over(profile);
            after.put(id, revised);
            changes.addAll(FieldChange.between(id, profile, revised));
        });
        update(after);
        return changes;
    }

    /** Only the columns that a file can fill. */
    private void update(Map<Long, CustomerProfile> after) {
        var rows = new Columns<>(List.copyOf(after.values()));
        jdbc.sql("""
                        update customer c set kind = r.kind, name = r.name, pinyin = r.pinyin, gender = r.gender,
                               birthday = r.birthday, phone = r.phone, email = r.email, external_ref = r.ref, version = version + 1
                          from unnest(:ids, :kinds, :names, :pinyins, :genders, :birthdays::date[], :phones, :emails, :refs)
                               as r(id, kind, name, pinyin, gender, birthday, phone, email, ref)
                         where c.id = r.id
                        """)
                .param("ids", after.keySet().toArray(Long[]::new))
                .param("kinds", rows.of(CustomerProfile::kind))
                .param("names", rows.of(CustomerProfile::name))
                .param("pinyins", rows.of(profile -> Pinyin.spokenName(profile.name())))
                .param("genders", rows.of(CustomerProfile::gender))
                .param("birthdays", rows.of(CustomerProfile::birthday))
                .param("phones", rows.of(CustomerProfile::phone))
                .param("emails", rows.of(CustomerProfile::email))
                .param("refs", rows.of(CustomerProfile::externalRef))
                .update();
    }

    /** Whoever has one of them in an open form has seen other tags. */
    private void countUp(List<FieldChange> added) {
        if (added.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update customer set version = version + 1
                         where id in (select id from customer where id = any(:ids) order by id for no key update)
                        """)
                .param("ids", added.stream().map(FieldChange::customerId).toArray(Long[]::new))
                .update();
    }
}
