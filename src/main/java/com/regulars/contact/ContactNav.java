package com.regulars.contact;

import com.regulars.access.Permission;
import com.regulars.shared.web.NavSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ContactNav implements NavSource {

    @Override
    public List<NavEntry> navEntries() {
        return List.of(new NavEntry("contact", "/contacts", "phone", Permission.CONTACT_READ.name(), 40));
    }
}
