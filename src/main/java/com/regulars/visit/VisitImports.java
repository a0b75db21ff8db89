package com.regulars.visit;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.venue.MoneyFormat;
import com.regulars.venue.OpenVenues;
import com.regulars.work.CsvImports;
import java.io.InputStream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/**
 * Imports visits from CSV (R5.1). A visit with a reference is known by it, another by its row: the same file again adds
 * nothing, and two equal rows of one file are two visits.
 */
@Service
@RequiredArgsConstructor
public class VisitImports {

    private final CsvImports imports;
    private final OpenVenues openVenues;
    private final MoneyFormat money;
    private final VisitImportWriter writer;

    /** Takes the file and imports it in the background; answers the id of the job. */
    @Requires(Permission.CUSTOMER_IMPORT)
    public long start(InputStream content, String fileName) {
        return imports.start("visits", content, fileName, () -> new VisitImport(openVenues, money, writer));
    }
}
