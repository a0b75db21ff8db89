package com.regulars.work.web;

import com.regulars.shared.web.MenuSource;
import com.regulars.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class AuditMenu implements MenuSource {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(new MenuEntry("audit", "/audit", "history", Permission.AUDIT_READ.name(), 850));
    }
}
