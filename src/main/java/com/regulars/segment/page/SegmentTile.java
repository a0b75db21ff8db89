package com.regulars.segment.page;

import com.regulars.access.Permission;
import com.regulars.segment.SegmentState;
import com.regulars.segment.report.SegmentReports;
import com.regulars.shared.web.HomeTile;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** How many guests stand where, on the manager's home page. */
@Component
@RequiredArgsConstructor
class SegmentTile implements HomeTile {

    private final SegmentReports reports;

    @Override
    public String permission() {
        return Permission.SEGMENT_READ.name();
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String fragment() {
        return "segment/_tile :: tile";
    }

    @Override
    public Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        model.put("summary", reports.findNewest().orElse(null));
        model.put("states", SegmentState.BEST_FIRST.subList(0, SegmentState.BEST_FIRST.size() - 1));
        return model;
    }
}
