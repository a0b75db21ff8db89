package com.regulars.insight;

import com.regulars.access.Permission;
import com.regulars.shared.web.NavSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class InsightNav implements NavSource {

    @Override
    public List<NavEntry> navEntries() {
        return List.of(new NavEntry("insight", "/insight", "layout-dashboard", Permission.INSIGHT_READ.name(), 12));
    }
}
