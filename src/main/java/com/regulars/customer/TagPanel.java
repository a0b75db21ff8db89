package com.regulars.customer;

import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The tags a customer wears, put on and taken off in place (R1.5). */
@Component
@RequiredArgsConstructor
class TagPanel implements CustomerPanel {

    private final Tags tags;
    private final GuestQueries guests;
    private final CurrentActor currentActor;

    @Override
    public String key() {
        return "tags";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Column column() {
        return Column.LEFT;
    }

    @Override
    public Permission permission() {
        return Permission.CUSTOMER_READ;
    }

    @Override
    public String fragment() {
        return "customer/_panels :: tags";
    }

    @Override
    public Map<String, Object> model(long customerId) {
        List<String> worn = guests.get(customerId).tags();
        boolean mayEdit = currentActor.get().may(Permission.CUSTOMER_EDIT);
        List<String> others = mayEdit
                ? tags.usable().stream().filter(name -> !worn.contains(name)).toList()
                : List.of();
        return Map.of("worn", worn, "others", others, "mayEdit", mayEdit);
    }
}
