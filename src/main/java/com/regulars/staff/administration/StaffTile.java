package com.regulars.staff.administration;

import com.regulars.access.Permission;
import com.regulars.shared.web.HomeTile;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Accounts that work, wait for a password or are locked, for whoever keeps them. */
@Component
@RequiredArgsConstructor
class StaffTile implements HomeTile {

    private final StaffAdministration staff;

    @Override
    public String permission() {
        return Permission.STAFF_EDIT.name();
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public Width width() {
        return Width.THIRD;
    }

    @Override
    public String fragment() {
        return "staff/_tile :: tile";
    }

    @Override
    public Map<String, Object> model() {
        var all = staff.all();
        return Map.of(
                "active",
                        all.stream()
                                .filter(one -> one.active() && one.hasPassword())
                                .count(),
                "waiting",
                        all.stream()
                                .filter(one -> one.active() && !one.hasPassword())
                                .toList(),
                "locked", all.stream().filter(one -> !one.active()).count());
    }
}
