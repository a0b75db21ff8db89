package com.regulars.customer.transfer;

import com.regulars.access.CurrentActor;
import com.regulars.customer.RegistrationParticipant;
import com.regulars.customer.find.Pinyin;
import com.regulars.customer.find.TermWriter;
import com.regulars.customer.tag.TagWriter;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts many new customers in at once, with their search terms and tags. */
@Component
@RequiredArgsConstructor
class NewCustomerWriter {

    private final JdbcClient jdbc;
    private final TagWriter tags;
    private final TermWriter terms;
    private final List<RegistrationParticipant> participants;
    private final CurrentActor currentActor;
    private final Clock clock;

    /**
     * @throws org.springframework.dao.DuplicateKeyException when somebody else registered one of them meanwhile
     */
    void insert(List<ImportedCustomer> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Long> ids = jdbc.sql("select nextval('customer_seq') from generate_series(1, :count)")
                .param("count", rows.size())
                .query(Long.class)
                .list();
        insertRows(ids, new Columns<>(rows));
        List<TermWriter.Named> named = new ArrayList<>();
        Map<Long, List<String>> wanted = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            ImportedCustomer row = rows.get(i);
            named.add(new TermWriter.Named(ids.get(i), row.name(), row.phone()));
            wanted.put(ids.get(i), row.tags());
        }
        terms.addFirst(named);
        tags.putOn(wanted);
        participants.forEach(participant -> participant.registered(ids));
    }

    private void insertRows(List<Long> ids, Columns<ImportedCustomer> rows) {
        var actor = currentActor.get();
        jdbc.sql("""
                        insert into customer (id, kind, name, pinyin, gender, birthday, phone, email, external_ref, import_key,
                                              confirmed_at, created_at, created_by_key, created_by_name)
                        select id, kind, name, pinyin, gender, birthday, phone, email, ref, key, :now, :now, :byKey, :byName
                          from unnest(:ids, :kinds, :names, :pinyins, :genders, :birthdays::date[], :phones, :emails, :refs, :keys)
                               as r(id, kind, name, pinyin, gender, birthday, phone, email, ref, key)
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param("kinds", rows.of(ImportedCustomer::kindOrPerson))
                .param("names", rows.of(ImportedCustomer::name))
                .param("pinyins", rows.of(row -> Pinyin.spokenName(row.name())))
                .param("genders", rows.of(ImportedCustomer::gender))
                .param("birthdays", rows.of(ImportedCustomer::birthday))
                .param("phones", rows.of(ImportedCustomer::phone))
                .param("emails", rows.of(ImportedCustomer::email))
                .param("refs", rows.of(ImportedCustomer::externalRef))
                .param("keys", rows.of(ImportedCustomer::importKey))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("byKey", actor.key())
                .param("byName", actor.name())
                .update();
    }
}
