package com.regulars.customer;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts many new customers in at once, with their search terms and tags. */
@Component
@RequiredArgsConstructor
class NewCustomers {

    private final JdbcClient jdbc;
    private final TagAssignments tags;
    private final List<RegistrationParticipant> participants;
    private final Clock clock;

    /**
     * @throws org.springframework.dao.DuplicateKeyException when somebody else registered one of them meanwhile
     */
    void insert(List<ImportedCustomer> rows, String by) {
        if (rows.isEmpty()) {
            return;
        }
        List<Long> ids = jdbc.sql("select nextval('customer_seq') from generate_series(1, :count)")
                .param("count", rows.size())
                .query(Long.class)
                .list();
        insertRows(ids, rows, by);
        insertTerms(ids, rows);
        Map<Long, List<String>> wanted = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            wanted.put(ids.get(i), rows.get(i).tags());
        }
        tags.putOn(wanted, null);
        participants.forEach(participant -> participant.registered(ids));
    }

    private void insertRows(List<Long> ids, List<ImportedCustomer> rows, String by) {
        var profiles = rows.stream().map(ImportedCustomer::asNew).toList();
        jdbc.sql("""
                        insert into customer (id, kind, name, pinyin, gender, birthday, phone, email, stage, external_ref,
                                              import_key, confirmed_at, created_at, created_by)
                        select id, kind, name, pinyin, gender, birthday, phone, email, stage, ref, key, :now, :now, :by
                          from unnest(:ids, :kinds, :names, :pinyins, :genders, :birthdays::date[], :phones, :emails, :stages, :refs, :keys)
                               as r(id, kind, name, pinyin, gender, birthday, phone, email, stage, ref, key)
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param("kinds", column(profiles, ProfileField.KIND::of))
                .param("names", column(profiles, CustomerProfile::name))
                .param("pinyins", column(profiles, profile -> Pinyin.spokenName(profile.name())))
                .param("genders", column(profiles, ProfileField.GENDER::of))
                .param("birthdays", column(profiles, ProfileField.BIRTHDAY::of))
                .param("phones", column(profiles, CustomerProfile::phone))
                .param("emails", column(profiles, CustomerProfile::email))
                .param("stages", column(profiles, ProfileField.STAGE::of))
                .param("refs", column(profiles, CustomerProfile::externalRef))
                .param("keys", column(rows, ImportedCustomer::importKey))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable String> value) {
        @Nullable String[] column = new String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        return column;
    }

    private void insertTerms(List<Long> ids, List<ImportedCustomer> rows) {
        List<Long> owners = new ArrayList<>();
        List<String> terms = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Collection<String> ofName = CustomerTerms.ofName(rows.get(i).name());
            Collection<String> ofPhone = CustomerTerms.ofPhone(rows.get(i).phone());
            terms.addAll(ofName);
            terms.addAll(ofPhone);
            owners.addAll(java.util.Collections.nCopies(ofName.size() + ofPhone.size(), ids.get(i)));
            kinds.addAll(java.util.Collections.nCopies(ofName.size(), CustomerTerms.NAME));
            kinds.addAll(java.util.Collections.nCopies(ofPhone.size(), CustomerTerms.PHONE));
        }
        jdbc.sql("insert into customer_term (term, customer_id, kind) select * from unnest(:terms, :owners, :kinds)")
                .param("terms", terms.toArray(String[]::new))
                .param("owners", owners.toArray(Long[]::new))
                .param("kinds", kinds.toArray(String[]::new))
                .update();
    }
}
