package com.regulars.venue.web;

import com.regulars.access.Permission;
import com.regulars.shared.web.NavSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class VenueNav implements NavSource {

    @Override
    public List<NavEntry> navEntries() {
        return List.of(new NavEntry("venues", "/venues", "building-store", Permission.VENUE_EDIT.name(), 820));
    }
}
