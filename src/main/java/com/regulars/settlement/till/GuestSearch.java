package com.regulars.settlement.till;

import com.regulars.card.CardFinder;
import com.regulars.card.CardStatus;
import com.regulars.card.CardSummary;
import com.regulars.card.Cards;
import com.regulars.customer.CustomerSummary;
import com.regulars.customer.Customers;
import com.regulars.settlement.till.TillView.GuestHit;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Finds guests and cards by what was scanned or typed at the till. */
@Component
@RequiredArgsConstructor
class GuestSearch {

    private static final int MOST_HITS = 8;

    private final Cards cards;
    private final CardFinder cardFinder;
    private final Customers customers;

    /** A card number finds its card, the last digits of one too; everything else finds guests with their cards. */
    List<GuestHit> find(String query) {
        String digits = query.replace(" ", "");
        var scanned = cards.find(digits);
        if (scanned.isPresent()) {
            return List.of(hit(scanned.get()));
        }
        Stream<GuestHit> byTail = digits.matches("[0-9]{4,15}")
                ? cardFinder.endingIn(digits, MOST_HITS).stream().map(this::hit)
                : Stream.empty();
        Stream<GuestHit> byGuest = customers.search(query, MOST_HITS).stream().flatMap(this::hits);
        return Stream.concat(byTail, byGuest).distinct().limit(MOST_HITS).toList();
    }

    private GuestHit hit(CardSummary card) {
        return new GuestHit(customers.get(card.customerId()), card);
    }

    /** The guest with every card that can be used, else with one that cannot, so that its state is seen. */
    private Stream<GuestHit> hits(CustomerSummary customer) {
        List<CardSummary> all = cards.ofCustomer(customer.id());
        List<CardSummary> active =
                all.stream().filter(card -> card.status() == CardStatus.ACTIVE).toList();
        if (!active.isEmpty()) {
            return active.stream().map(card -> new GuestHit(customer, card));
        }
        return Stream.of(new GuestHit(customer, all.isEmpty() ? null : all.getLast()));
    }
}
