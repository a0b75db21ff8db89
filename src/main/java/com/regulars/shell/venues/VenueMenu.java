package com.regulars.shell.venues;

import com.regulars.shared.web.MenuSource;
import com.regulars.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class VenueMenu implements MenuSource {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(new MenuEntry("venues", "/venues", "building-store", Permission.VENUE_EDIT.name(), 820));
    }
}
