package com.regulars.card;

import com.regulars.shared.web.MenuSource;
import com.regulars.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class CardMenu implements MenuSource {

    @Override
    public List<MenuEntry> menuEntries() {
        return List.of(
                new MenuEntry("card", "/cards", "credit-card", Permission.CARD_READ.name(), 25),
                new MenuEntry("programmes", "/programmes", "discount", Permission.PROGRAMME_READ.name(), 75));
    }
}
