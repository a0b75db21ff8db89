package com.regulars.segment.page;

import com.regulars.access.Permission;
import com.regulars.segment.report.FallenGuests;
import com.regulars.shared.web.HomeTile;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Good guests who fell back in the newest run, those who spent most first (R5.6). */
@Component
@RequiredArgsConstructor
class FellTile implements HomeTile {

    private static final int SHOWN = 6;

    private final FallenGuests fallen;

    @Override
    public String permission() {
        return Permission.SEGMENT_READ.name();
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public Width width() {
        return Width.TWO_THIRDS;
    }

    @Override
    public String fragment() {
        return "segment/_tile :: fell";
    }

    @Override
    public Map<String, Object> model() {
        return Map.of("guests", fallen.inTheNewestRun(SHOWN));
    }
}
