package com.regulars.contact;

import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.customer.Customers;
import com.regulars.shared.web.HomeTile;
import com.regulars.venue.TimeFormat;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the signed-in employee promised guests to do by today. */
@Component
@RequiredArgsConstructor
class ContactStepsTile implements HomeTile {

    private static final int SHOWN = 8;

    private final ContactHistory history;
    private final Customers customers;
    private final CurrentActor currentActor;
    private final TimeFormat times;

    @Override
    public String permission() {
        return Permission.CONTACT_LOG.name();
    }

    @Override
    public int order() {
        return 21;
    }

    @Override
    public Width width() {
        return Width.TWO_THIRDS;
    }

    @Override
    public String fragment() {
        return "contact/_tile :: tile";
    }

    @Override
    public Map<String, Object> model() {
        var today = times.today();
        String me = currentActor.get().key();
        var steps = history.openSteps(me, today, SHOWN);
        var guests =
                customers.byIds(steps.stream().map(ContactSummary::customerId).collect(Collectors.toSet()));
        return Map.of("steps", steps, "guests", guests, "today", today, "me", me);
    }
}
