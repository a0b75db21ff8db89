package com.regulars.visit;

import com.regulars.access.Permission;
import com.regulars.customer.CustomerPanel;
import com.regulars.venue.Venues;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The newest visits on the customer page (R1.12). */
@Component
@RequiredArgsConstructor
class VisitPanel implements CustomerPanel {

    private static final int SHOWN = 6;

    private final Visits visits;
    private final Venues venues;

    @Override
    public String key() {
        return "visits";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Column column() {
        return Column.MIDDLE;
    }

    @Override
    public Permission permission() {
        return Permission.VISIT_READ;
    }

    @Override
    public String fragment() {
        return "visit/_panel :: panel";
    }

    @Override
    public Map<String, Object> model(long customerId) {
        var newest = visits.newest(customerId, 0, SHOWN);
        var ids = newest.stream().map(VisitSummary::venueId).collect(Collectors.toSet());
        return Map.of("visits", newest, "totals", visits.totals(customerId), "venues", venues.byIds(ids));
    }
}
