package com.regulars.settlement.web;

import com.regulars.access.Permission;
import com.regulars.shared.web.NavSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class SettlementNav implements NavSource {

    @Override
    public List<NavEntry> navEntries() {
        return List.of(
                new NavEntry("till", "/till", "cash-register", Permission.BILL_SETTLE.name(), 20),
                new NavEntry("settlements", "/settlements", "receipt", Permission.BILL_READ.name(), 25));
    }
}
