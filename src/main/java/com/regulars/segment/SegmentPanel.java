package com.regulars.segment;

import com.regulars.access.Permission;
import com.regulars.customer.CustomerPanel;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Where a guest stands and has stood, on the customer page. */
@Component
@RequiredArgsConstructor
class SegmentPanel implements CustomerPanel {

    private static final int SHOWN = 5;

    private final CustomerSegments segments;

    @Override
    public String key() {
        return "segment";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Column column() {
        return Column.RIGHT;
    }

    @Override
    public Permission permission() {
        return Permission.SEGMENT_READ;
    }

    @Override
    public String fragment() {
        return "segment/_panel :: panel";
    }

    @Override
    public Map<String, Object> model(long customerId) {
        Map<String, Object> model = new HashMap<>();
        model.put("segment", segments.findCurrent(customerId).orElse(null));
        model.put("steps", segments.steps(customerId, SHOWN));
        return model;
    }
}
