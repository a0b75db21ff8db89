package com.regulars.contact;

import com.regulars.shared.web.MenuSource;
import com.regulars.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ContactMenu implements MenuSource {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(new MenuEntry("contact", "/contacts", "phone", Permission.CONTACT_READ.name(), 40));
    }
}
