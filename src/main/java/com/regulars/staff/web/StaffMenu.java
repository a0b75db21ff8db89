package com.regulars.staff.web;

import com.regulars.shared.web.MenuSource;
import com.regulars.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class StaffMenu implements MenuSource {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(
                new MenuEntry("staff", "/staff", "id", Permission.STAFF_EDIT.name(), 810),
                new MenuEntry("apiClients", "/api-clients", "key", Permission.API_CLIENT_EDIT.name(), 830));
    }
}
