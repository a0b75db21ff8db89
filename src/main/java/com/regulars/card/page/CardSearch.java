package com.regulars.card.page;

import static java.util.Objects.requireNonNull;

import com.regulars.access.Permission;
import com.regulars.card.CardFinder;
import com.regulars.card.CardSummary;
import com.regulars.customer.CustomerSummary;
import com.regulars.customer.Customers;
import com.regulars.shared.web.SearchSource;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Finds cards by the digits their number ends in, or by all of them. */
@Component
@RequiredArgsConstructor
class CardSearch implements SearchSource {

    private final CardFinder cards;
    private final Customers customers;

    @Override
    public String permission() {
        return Permission.CARD_READ.name();
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<SearchHit> search(String query, int limit) {
        String digits = query.replace(" ", "");
        if (!digits.matches("[0-9]{4,16}")) {
            return List.of();
        }
        List<CardSummary> found = cards.endingIn(digits, limit);
        Map<Long, CustomerSummary> holders =
                customers.byIds(found.stream().map(CardSummary::customerId).toList());
        return found.stream()
                .map(card -> new SearchHit(
                        "card",
                        card.maskedNumber(),
                        requireNonNull(holders.get(card.customerId())).name() + " · " + card.programmeName(),
                        "/cards/" + card.number()))
                .toList();
    }
}
