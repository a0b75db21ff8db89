package com.regulars.insight;

import com.regulars.access.Permission;
import com.regulars.shared.web.HomeTile;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What each venue took yesterday beside the same weekday a week before (R4.9). */
@Component
@RequiredArgsConstructor
class TakingsTile implements HomeTile {

    private final VenueDays reading;

    @Override
    public String permission() {
        return Permission.INSIGHT_READ.name();
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Width width() {
        return Width.FULL;
    }

    @Override
    public String fragment() {
        return "insight/_tile :: takings";
    }

    @Override
    public Map<String, Object> model() {
        return Map.of("days", reading.yesterday());
    }
}
