package com.regulars.settlement.web;

import com.regulars.card.CardSummary;
import com.regulars.card.Cards;
import com.regulars.customer.CustomerSummary;
import com.regulars.customer.Customers;
import com.regulars.settlement.SettledBill;
import com.regulars.settlement.SettledTender;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cards that paid a bill, and whose they are: a friend's may have paid a part of it. */
@Component
@RequiredArgsConstructor
class PayingCards {

    private final Cards cards;
    private final Customers customers;

    /** @param holder null when nobody is known to hold it any more */
    record PayingCard(CardSummary card, @Nullable CustomerSummary holder) {}

    /** By the id of the card. */
    Map<Long, PayingCard> of(SettledBill bill) {
        List<CardSummary> paying = bill.tenders().stream()
                .map(SettledTender::cardId)
                .filter(Objects::nonNull)
                .distinct()
                .map(cards::get)
                .toList();
        var holders =
                customers.byIds(paying.stream().map(CardSummary::customerId).toList());
        return paying.stream()
                .map(card -> new PayingCard(card, holders.get(card.customerId())))
                .collect(Collectors.toMap(paid -> paid.card().id(), Function.identity()));
    }
}
