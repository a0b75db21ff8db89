package com.regulars.segment.page;

import com.regulars.access.Permission;
import com.regulars.shared.web.NavSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class SegmentNav implements NavSource {

    @Override
    public List<NavEntry> navEntries() {
        return List.of(new NavEntry("segments", "/segments", "chart-scatter", Permission.SEGMENT_READ.name(), 15));
    }
}
