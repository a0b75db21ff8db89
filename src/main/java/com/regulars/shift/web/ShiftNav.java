package com.regulars.shift.web;

import com.regulars.access.Permission;
import com.regulars.shared.web.NavSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ShiftNav implements NavSource {

    @Override
    public List<NavEntry> navEntries() {
        return List.of(
                new NavEntry("shift", "/shifts/mine", "door-exit", Permission.BILL_SETTLE.name(), 22),
                new NavEntry("shifts", "/shifts", "clipboard-check", Permission.SHIFT_REVIEW.name(), 26));
    }
}
