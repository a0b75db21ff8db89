package com.regulars.ledger;

import com.regulars.shared.web.MenuSource;
import com.regulars.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class LedgerMenu implements MenuSource {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(new MenuEntry("ledger", "/ledger", "scale", Permission.LEDGER_VERIFY.name(), 85));
    }
}
