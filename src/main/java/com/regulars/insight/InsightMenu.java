package com.regulars.insight;

import com.regulars.shared.web.MenuSource;
import com.regulars.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class InsightMenu implements MenuSource {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(new MenuEntry("insight", "/insight", "layout-dashboard", Permission.INSIGHT_READ.name(), 12));
    }
}
