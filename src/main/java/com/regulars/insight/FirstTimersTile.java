package com.regulars.insight;

import com.regulars.access.Permission;
import com.regulars.shared.web.HomeTile;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** New guests to be asked back, before they forget the house. */
@Component
@RequiredArgsConstructor
class FirstTimersTile implements HomeTile {

    private static final int SHOWN = 6;

    private final FirstTimers guests;

    @Override
    public String permission() {
        return Permission.INSIGHT_READ.name();
    }

    @Override
    public int order() {
        return 16;
    }

    @Override
    public Width width() {
        return Width.TWO_THIRDS;
    }

    @Override
    public String fragment() {
        return "insight/_tile :: firstTimers";
    }

    @Override
    public Map<String, Object> model() {
        return Map.of("guests", guests.due(SHOWN), "days", FirstTimers.DUE_DAYS);
    }
}
