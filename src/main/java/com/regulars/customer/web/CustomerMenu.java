package com.regulars.customer.web;

import com.regulars.shared.web.MenuSource;
import com.regulars.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the customers. */
@Component
class CustomerMenu implements MenuSource {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(new MenuEntry("customers", "/customers", "users", Permission.CUSTOMER_READ.name(), 20));
    }
}
