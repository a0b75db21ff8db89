package com.regulars.customer.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The customers that rows of a batch may be about. */
final class KnownCustomers {

    private final Map<String, Owner> byRef = new HashMap<>();
    private final Map<String, Owner> byPhone = new HashMap<>();
    private final Map<String, Owner> byKey = new HashMap<>();

    private KnownCustomers() {}

    /** Whose a reference, a telephone number or a key is. */
    record Owner(long id, String number, @Nullable String externalRef) {}

    static KnownCustomers of(List<ImportedCustomer> rows, JdbcClient jdbc) {
        var known = new KnownCustomers();
        jdbc.sql("""
                        select id, number, external_ref, phone, import_key from customer where external_ref = any(:refs)
                        union
                        select id, number, external_ref, phone, import_key from customer where phone = any(:phones)
                        union
                        select id, number, external_ref, phone, import_key from customer where import_key = any(:keys)
                        """)
                .param("refs", strings(rows.stream().map(ImportedCustomer::externalRef)))
                .param("phones", strings(rows.stream().map(ImportedCustomer::phone)))
                .param("keys", strings(rows.stream().map(ImportedCustomer::importKey)))
                .query(row -> {
                    String ref = row.getString("external_ref");
                    var owner = new Owner(row.getLong("id"), row.getString("number"), ref);
                    put(known.byRef, ref, owner);
                    put(known.byPhone, row.getString("phone"), owner);
                    put(known.byKey, row.getString("import_key"), owner);
                });
        return known;
    }

    /** By reference; without one by telephone number, which may also give a known customer its reference. */
    @Nullable
    Long find(ImportedCustomer row) {
        Owner owner = row.externalRef() == null ? null : byRef.get(row.externalRef());
        if (owner == null && row.phone() != null) {
            Owner sharing = byPhone.get(row.phone());
            owner = sharing != null && (row.externalRef() == null || sharing.externalRef == null) ? sharing : null;
        }
        if (owner == null && row.importKey() != null) {
            owner = byKey.get(row.importKey());
        }
        return owner == null ? null : owner.id;
    }

    @Nullable
    Owner phoneOfAnother(ImportedCustomer row, @Nullable Long id) {
        Owner owner = row.phone() == null ? null : byPhone.get(row.phone());
        return owner != null && (id == null || owner.id != id) ? owner : null;
    }

    private static void put(Map<String, Owner> owners, @Nullable String key, Owner owner) {
        if (key != null) {
            owners.put(key, owner);
        }
    }

    private static String[] strings(Stream<@Nullable String> values) {
        return values.filter(Objects::nonNull).toArray(String[]::new);
    }
}
