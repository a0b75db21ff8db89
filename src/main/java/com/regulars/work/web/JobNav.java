package com.regulars.work.web;

import com.regulars.access.Permission;
import com.regulars.shared.web.NavSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the jobs. */
@Component
class JobNav implements NavSource {

    @Override
    public List<NavEntry> navEntries() {
        return List.of(new NavEntry("jobs", "/jobs", "hourglass", Permission.JOB_READ.name(), 85));
    }
}
