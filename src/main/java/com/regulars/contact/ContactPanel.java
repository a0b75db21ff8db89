package com.regulars.contact;

import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.customer.CustomerPanel;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The newest contacts on the customer page, with a line to log the next one in two clicks. */
@Component
@RequiredArgsConstructor
class ContactPanel implements CustomerPanel {

    private static final int SHOWN = 5;

    private final ContactHistory history;
    private final CurrentActor currentActor;

    @Override
    public String key() {
        return "contact";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Column column() {
        return Column.RIGHT;
    }

    @Override
    public Permission permission() {
        return Permission.CONTACT_READ;
    }

    @Override
    public String fragment() {
        return "contact/_panel :: panel";
    }

    @Override
    public Map<String, Object> model(long customerId) {
        return Map.of(
                "contacts", history.newestOf(customerId, SHOWN),
                "count", history.countOf(customerId),
                "channels", List.of(Channel.values()),
                "mayLog", currentActor.get().may(Permission.CONTACT_LOG));
    }
}
