package com.regulars.card.page;

import com.regulars.access.Permission;
import com.regulars.shared.web.NavSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class CardNav implements NavSource {

    @Override
    public List<NavEntry> navEntries() {
        return List.of(
                new NavEntry("card", "/cards", "credit-card", Permission.CARD_READ.name(), 25),
                new NavEntry("programmes", "/programmes", "discount", Permission.PROGRAMME_READ.name(), 75));
    }
}
