package com.regulars.menu.web;

import com.regulars.shared.web.MenuSource;
import com.regulars.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class MenuMenu implements MenuSource {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(new MenuEntry("menu", "/menu", "tools-kitchen-2", Permission.MENU_READ.name(), 70));
    }
}
