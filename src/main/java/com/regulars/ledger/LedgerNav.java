package com.regulars.ledger;

import com.regulars.access.Permission;
import com.regulars.shared.web.NavSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class LedgerNav implements NavSource {

    @Override
    public List<NavEntry> navEntries() {
        return List.of(new NavEntry("ledger", "/ledger", "scale", Permission.LEDGER_VERIFY.name(), 85));
    }
}
