package com.regulars.customer.web;

import com.regulars.access.Permission;
import com.regulars.shared.web.NavSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the customers. */
@Component
class CustomerNav implements NavSource {

    @Override
    public List<NavEntry> navEntries() {
        return List.of(new NavEntry("customers", "/customers", "users", Permission.CUSTOMER_READ.name(), 20));
    }
}
