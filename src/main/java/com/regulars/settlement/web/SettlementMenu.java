package com.regulars.settlement.web;

import com.regulars.shared.web.MenuSource;
import com.regulars.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class SettlementMenu implements MenuSource {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(
                new MenuEntry("till", "/till", "cash-register", Permission.BILL_SETTLE.name(), 20),
                new MenuEntry("settlements", "/settlements", "receipt", Permission.BILL_READ.name(), 25));
    }
}
