package com.regulars.customer.transfer;

import com.regulars.customer.CustomerExistsException;
import com.regulars.work.CsvImport.Refused;
import com.regulars.work.CsvImport.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes a batch of imported customers: one query finds those that are known, new ones go in by one statement, and only
 * those that really change are locked and revised. Runs in the transaction of the batch.
 */
@Component
@RequiredArgsConstructor
class BatchWriter {

    private final JdbcClient jdbc;
    private final NewCustomerWriter newCustomers;
    private final RevisedCustomerWriter revisedCustomers;

    Written write(List<ImportedCustomer> rows) {
        var known = KnownCustomers.of(rows, jdbc);
        List<Refused> refused = new ArrayList<>();
        List<ImportedCustomer> fresh = new ArrayList<>();
        Map<Long, ImportedCustomer> met = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            ImportedCustomer row = rows.get(i);
            Long id = known.find(row);
            var other = known.phoneOfAnother(row, id);
            if (other != null) {
                refused.add(new Refused(i, new CustomerExistsException(other.id(), other.number())));
            } else if (id == null) {
                fresh.add(row);
            } else {
                met.put(id, row);
            }
        }
        newCustomers.insert(fresh);
        return new Written(fresh.size(), revisedCustomers.revise(met), refused);
    }
}
