package com.regulars.card;

import com.regulars.card.programme.Programmes;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cards: who has which, what is on it and what it brings to a bill. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Cards {

    private final CardQueries cards;
    private final Programmes programmes;

    public Optional<CardSummary> find(String number) {
        return cards.find(number);
    }

    /** @throws NotFoundException when there is no card with this number */
    public CardSummary get(String number) {
        return find(number).orElseThrow(() -> new NotFoundException("card", masked(number)));
    }

    /** @throws NotFoundException when there is no card with this id */
    public CardSummary get(long id) {
        return cards.find(id).orElseThrow(() -> new NotFoundException("card", id));
    }

    /** The customer's cards, oldest first. */
    public List<CardSummary> ofCustomer(long customerId) {
        return cards.ofCustomer(customerId);
    }

    /** What a card brings to a bill on a business day, by the terms of its programme that are in force. */
    public CardTerms terms(CardSummary card, LocalDate businessDate) {
        var terms = programmes.get(card.programmeCode()).terms();
        return new CardAtTill(card.id(), card.status(), card.memberPriceUntil(), card.hasPin(), terms)
                .terms(businessDate);
    }

    /** Points of a card that can pay on a business day, as a bill of that day will find them. */
    public long usablePoints(CardSummary card, LocalDate businessDate) {
        return card.points() == 0 ? 0 : cards.usablePoints(card.id(), businessDate);
    }

    /** True when the card's books do not add up and nothing may move on it until that is cleared. */
    public boolean isParked(long cardId) {
        return cards.isParked(cardId);
    }

    /** @throws RefusedException {@code CARD_NOT_ACTIVE} when the card is frozen, lost or has ended */
    public void requireActive(long cardId) {
        cards.atTill(List.of(cardId)).forEach(CardAtTill::requireActive);
    }

    private static String masked(String number) {
        return number.matches("[0-9]{16}") ? new CardNumber(number).masked() : number;
    }
}
