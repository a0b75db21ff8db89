package com.regulars.customer;

import com.regulars.access.CurrentActor;
import com.regulars.work.CsvImport.Refused;
import com.regulars.work.CsvImport.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes a batch of imported customers: one query finds those that are known, new ones go in by one statement, and only
 * those that really change are locked and revised. Runs in the transaction of the batch.
 */
@Component
@RequiredArgsConstructor
class CustomerImportWriter {

    private final JdbcClient jdbc;
    private final Profiles profiles;
    private final TagAssignments tags;
    private final NewCustomers newCustomers;
    private final CurrentActor currentActor;

    Written write(List<ImportedCustomer> rows) {
        String by = currentActor.get().name();
        var known = new Known(rows);
        List<Refused> refused = new ArrayList<>();
        List<ImportedCustomer> fresh = new ArrayList<>();
        Map<Long, ImportedCustomer> met = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            ImportedCustomer row = rows.get(i);
            Long id = known.find(row);
            Owner other = known.phoneOfAnother(row, id);
            if (other != null) {
                refused.add(new Refused(i, new CustomerExistsException(other.id, other.number)));
            } else if (id == null) {
                fresh.add(row);
            } else {
                met.put(id, row);
            }
        }
        newCustomers.insert(fresh, by);
        return new Written(fresh.size(), revise(met, by), refused);
    }

    private int revise(Map<Long, ImportedCustomer> met, String by) {
        var before = profiles.of(met.keySet(), false);
        var changing = met.keySet().stream()
                .filter(id -> !revision(id, before, met).changes().isEmpty())
                .toList();
        var locked = profiles.of(changing, true);
        profiles.write(
                changing.stream()
                        .filter(locked::containsKey)
                        .map(id -> revision(id, locked, met))
                        .toList(),
                by);
        var changed = new java.util.HashSet<>(changing);
        Map<Long, List<String>> wanted = new LinkedHashMap<>();
        met.forEach((id, row) -> wanted.put(id, row.tags()));
        changed.addAll(tags.putOn(wanted, by));
        return changed.size();
    }

    private static Revision revision(long id, Map<Long, Profiles.Stored> stored, Map<Long, ImportedCustomer> met) {
        CustomerProfile before = Objects.requireNonNull(stored.get(id)).profile();
        return new Revision(id, before, before.with(Objects.requireNonNull(met.get(id))));
    }

    /** Whose a telephone number is. */
    private record Owner(long id, String number, @Nullable String externalRef) {}

    /** The customers that rows of a batch may be about. */
    private final class Known {

        private final Map<String, Owner> byRef = new HashMap<>();
        private final Map<String, Owner> byPhone = new HashMap<>();
        private final Map<String, Owner> byKey = new HashMap<>();

        Known(List<ImportedCustomer> rows) {
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
                        put(byRef, ref, owner);
                        put(byPhone, row.getString("phone"), owner);
                        put(byKey, row.getString("import_key"), owner);
                    });
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

        private void put(Map<String, Owner> owners, @Nullable String key, Owner owner) {
            if (key != null) {
                owners.put(key, owner);
            }
        }

        private String[] strings(java.util.stream.Stream<@Nullable String> values) {
            return values.filter(Objects::nonNull).toArray(String[]::new);
        }
    }
}
