package com.regulars.shift.web;

import com.regulars.access.Permission;
import com.regulars.shared.web.HomeTile;
import com.regulars.shift.ShiftList;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Drawers that did not hold what they should, and nobody has said why. */
@Component
@RequiredArgsConstructor
class ShiftTile implements HomeTile {

    private static final int SHOWN = 4;

    private final ShiftList list;

    @Override
    public String permission() {
        return Permission.SHIFT_REVIEW.name();
    }

    @Override
    public int order() {
        return 64;
    }

    @Override
    public Width width() {
        return Width.THIRD;
    }

    @Override
    public String fragment() {
        return "shift/_tile :: tile";
    }

    @Override
    public Map<String, Object> model() {
        var unexplained = list.find(new ShiftList.Filter(null, null, "", ShiftList.Only.UNEXPLAINED), 1)
                .page();
        return Map.of("shifts", unexplained.rows().stream().limit(SHOWN).toList(), "total", unexplained.total());
    }
}
