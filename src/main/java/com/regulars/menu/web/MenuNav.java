package com.regulars.menu.web;

import com.regulars.access.Permission;
import com.regulars.shared.web.NavSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class MenuNav implements NavSource {

    @Override
    public List<NavEntry> navEntries() {
        return List.of(new NavEntry("menu", "/menu", "tools-kitchen-2", Permission.MENU_READ.name(), 70));
    }
}
