package com.regulars.feedback;

import com.regulars.access.Permission;
import com.regulars.customer.CustomerPanel;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** A guest's tickets on the customer page, those still open first. */
@Component
@RequiredArgsConstructor
class TicketPanel implements CustomerPanel {

    private static final int SHOWN = 4;

    private final TicketBook book;

    @Override
    public String key() {
        return "feedback";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Column column() {
        return Column.RIGHT;
    }

    @Override
    public Permission permission() {
        return Permission.FEEDBACK_READ;
    }

    @Override
    public String fragment() {
        return "feedback/_panel :: panel";
    }

    @Override
    public Map<String, Object> model(long customerId) {
        return Map.of("tickets", book.ofCustomer(customerId, SHOWN), "counts", book.countOf(customerId));
    }
}
