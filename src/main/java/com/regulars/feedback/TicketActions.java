package com.regulars.feedback;

import com.regulars.access.Permission;
import com.regulars.customer.CustomerAction;
import com.regulars.customer.CustomerActionSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** "Take a ticket" among the actions of the customer page. */
@Component
class TicketActions implements CustomerActionSource {

    @Override
    public Permission permission() {
        return Permission.FEEDBACK_TAKE;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<CustomerAction> actions(long customerId) {
        return List.of(new CustomerAction(
                "feedback.action.take", "/feedback/new?customerId=" + customerId, "message-exclamation", false));
    }
}
