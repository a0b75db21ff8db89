package com.regulars.segment;

import com.regulars.shared.web.MenuSource;
import com.regulars.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class SegmentMenu implements MenuSource {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(new MenuEntry("segments", "/segments", "chart-scatter", Permission.SEGMENT_READ.name(), 15));
    }
}
