package com.regulars.audit.web;

import com.regulars.access.Permission;
import com.regulars.shared.web.NavSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class AuditNav implements NavSource {

    @Override
    public List<NavEntry> navEntries() {
        return List.of(new NavEntry("audit", "/audit", "history", Permission.AUDIT_READ.name(), 850));
    }
}
