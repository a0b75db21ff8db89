package com.regulars.visit.web;

import com.regulars.shared.web.MenuSource;
import com.regulars.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the imports. */
@Component
class ImportMenu implements MenuSource {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(new MenuEntry("imports", "/imports", "file-import", Permission.CUSTOMER_IMPORT.name(), 80));
    }
}
