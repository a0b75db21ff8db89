package com.regulars.settlement.page;

import com.regulars.access.Permission;
import com.regulars.settlement.SettlementList;
import com.regulars.shared.web.HomeTile;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The newest bills with the way to their receipts, for those who settle. */
@Component
@RequiredArgsConstructor
class BillTile implements HomeTile {

    private static final int SHOWN = 8;

    private final SettlementList list;
    private final Venues venues;

    @Override
    public String permission() {
        return Permission.BILL_SETTLE.name();
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public Width width() {
        return Width.TWO_THIRDS;
    }

    @Override
    public String fragment() {
        return "settlement/_tile :: tile";
    }

    @Override
    public Map<String, Object> model() {
        var all = venues.all().stream().collect(Collectors.toMap(Venue::id, Function.identity()));
        return Map.of(
                "bills", list.find("", null, 1).rows().stream().limit(SHOWN).toList(), "venues", all);
    }
}
