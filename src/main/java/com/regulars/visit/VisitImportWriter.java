package com.regulars.visit;

import com.regulars.customer.CustomerStages;
import com.regulars.shared.InvalidFieldException;
import com.regulars.venue.Venues;
import com.regulars.work.CsvImport.Refused;
import com.regulars.work.CsvImport.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a batch of imported visits in one statement; those already in the book are passed over. */
@Component
@RequiredArgsConstructor
class VisitImportWriter {

    private final JdbcClient jdbc;
    private final Venues venues;
    private final VisitMarks marks;
    private final CustomerStages stages;

    Written write(List<ImportedVisit> rows) {
        Map<String, Long> customers = customers(rows);
        List<Refused> refused = new ArrayList<>();
        List<ImportedVisit> known = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Long id = customers.get(rows.get(i).customerRef());
            if (id == null) {
                String ref = rows.get(i).customerRef();
                refused.add(new Refused(i, new InvalidFieldException("customer_ref", "visit.customer", ref)));
            } else {
                known.add(rows.get(i));
                ids.add(id);
            }
        }
        List<Long> added = known.isEmpty() ? List.of() : insert(ids, known);
        Set<Long> visitors = new TreeSet<>(added);
        if (!visitors.isEmpty()) {
            marks.mark(visitors);
            stages.visited(visitors);
        }
        return new Written(added.size(), 0, refused);
    }

    private Map<String, Long> customers(List<ImportedVisit> rows) {
        Map<String, Long> found = new HashMap<>();
        jdbc.sql("""
                        select number as ref, id from customer_v_guest where number = any(:refs)
                        union all
                        select external_ref as ref, id from customer_v_guest where external_ref = any(:refs)
                        """)
                .param("refs", column(rows, ImportedVisit::customerRef, String[]::new))
                .query(row -> {
                    found.put(row.getString("ref"), row.getLong("id"));
                });
        return found;
    }

    /** The customers of the visits that were not in the book yet, one for each visit. */
    private List<Long> insert(List<Long> customerIds, List<ImportedVisit> rows) {
        return jdbc.sql("""
                        insert into visit (id, customer_id, venue_id, visited_at, business_date, spend_minor, party_size,
                                           external_ref, import_key, source)
                        select nextval('visit_seq'), customer, venue, at, day, spend, party, ref, key, 'IMPORT'
                          from unnest(:customers, :venues, :ats::timestamptz[], :days::date[], :spends, :parties, :refs, :keys)
                               as r(customer, venue, at, day, spend, party, ref, key)
                        on conflict do nothing
                        returning customer_id
                        """)
                .param("customers", customerIds.toArray(Long[]::new))
                .param("venues", column(rows, row -> row.venue().id(), Long[]::new))
                .param("ats", column(rows, row -> row.visitedAt().toString(), String[]::new))
                .param("days", column(rows, this::businessDate, String[]::new))
                .param("spends", column(rows, ImportedVisit::spendMinor, Long[]::new))
                .param("parties", column(rows, ImportedVisit::partySize, Integer[]::new))
                .param("refs", column(rows, ImportedVisit::externalRef, String[]::new))
                .param("keys", column(rows, ImportedVisit::importKey, String[]::new))
                .query(Long.class)
                .list();
    }

    private String businessDate(ImportedVisit row) {
        return venues.businessDate(row.venue(), row.visitedAt()).toString();
    }

    private static <T> T[] column(
            List<ImportedVisit> rows,
            Function<ImportedVisit, @Nullable T> value,
            java.util.function.IntFunction<T[]> array) {
        T[] column = array.apply(rows.size());
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        return column;
    }
}
