package com.regulars.card.page;

import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.card.Cards;
import com.regulars.customer.CustomerPanel;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The guest's cards on the customer page. */
@Component
@RequiredArgsConstructor
class CardPanel implements CustomerPanel {

    private final Cards cards;
    private final CurrentActor currentActor;

    @Override
    public String key() {
        return "card";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Column column() {
        return Column.RIGHT;
    }

    @Override
    public Permission permission() {
        return Permission.CARD_READ;
    }

    @Override
    public String fragment() {
        return "card/_panel :: panel";
    }

    @Override
    public Map<String, Object> model(long customerId) {
        var actor = currentActor.get();
        return Map.of(
                "cards", cards.ofCustomer(customerId),
                "mayIssue", actor.may(Permission.CARD_ISSUE),
                "mayTopUp", actor.may(Permission.CARD_TOP_UP));
    }
}
