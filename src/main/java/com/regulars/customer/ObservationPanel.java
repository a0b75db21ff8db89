package com.regulars.customer;

import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Preferences and observations, with the line to add one (R1.3). */
@Component
@RequiredArgsConstructor
class ObservationPanel implements CustomerPanel {

    private final Observations observations;
    private final CurrentActor currentActor;

    @Override
    public String key() {
        return "observations";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Column column() {
        return Column.MIDDLE;
    }

    @Override
    public Permission permission() {
        return Permission.CUSTOMER_READ;
    }

    @Override
    public String fragment() {
        return "customer/_panels :: observations";
    }

    @Override
    public Map<String, Object> model(long customerId) {
        return Map.of(
                "observations", observations.of(customerId),
                "categories", List.of(ObservationCategory.values()),
                "mayEdit", currentActor.get().may(Permission.CUSTOMER_EDIT));
    }
}
