package com.regulars.visit.web;

import com.regulars.access.Permission;
import com.regulars.shared.web.NavSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the imports. */
@Component
class ImportNav implements NavSource {

    @Override
    public List<NavEntry> navEntries() {
        return List.of(new NavEntry("imports", "/imports", "file-import", Permission.CUSTOMER_IMPORT.name(), 80));
    }
}
