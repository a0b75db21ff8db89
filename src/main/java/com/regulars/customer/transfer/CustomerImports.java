package com.regulars.customer.transfer;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.customer.PhoneNumbers;
import com.regulars.customer.profile.ProfileReader;
import com.regulars.work.CsvImports;
import java.io.InputStream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/**
 * Imports customers from CSV: known ones (by external reference, else by telephone number) take over what changed, new
 * ones are registered, the same file again changes nothing.
 */
@Service
@RequiredArgsConstructor
public class CustomerImports {

    private final CsvImports imports;
    private final ProfileReader fields;
    private final PhoneNumbers phones;
    private final BatchWriter writer;

    /** Takes the file and imports it in the background; answers the id of the job. */
    @Requires(Permission.CUSTOMER_IMPORT)
    public long start(InputStream content, String fileName) {
        return imports.start("customers", content, fileName, () -> new CustomerFile(fields, phones, writer));
    }
}
