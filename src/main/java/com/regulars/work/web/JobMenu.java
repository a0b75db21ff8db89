package com.regulars.work.web;

import com.regulars.shared.web.MenuSource;
import com.regulars.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the jobs. */
@Component
class JobMenu implements MenuSource {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(new MenuEntry("jobs", "/jobs", "hourglass", Permission.JOB_READ.name(), 85));
    }
}
