package com.regulars.staff.page;

import com.regulars.access.Permission;
import com.regulars.shared.web.NavSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class StaffNav implements NavSource {

    @Override
    public List<NavEntry> navEntries() {
        return List.of(
                new NavEntry("staff", "/staff", "id", Permission.STAFF_EDIT.name(), 810),
                new NavEntry("apiClients", "/api-clients", "key", Permission.API_CLIENT_EDIT.name(), 830));
    }
}
