package com.regulars.contact;

import com.regulars.access.Permission;
import com.regulars.customer.CustomerAction;
import com.regulars.customer.CustomerActionSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** "Log a contact" among the actions of the customer page. */
@Component
class ContactActions implements CustomerActionSource {

    @Override
    public Permission permission() {
        return Permission.CONTACT_LOG;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<CustomerAction> actions(long customerId) {
        return List.of(
                new CustomerAction("contact.action.log", "/contacts/new?customerId=" + customerId, "phone", false));
    }
}
