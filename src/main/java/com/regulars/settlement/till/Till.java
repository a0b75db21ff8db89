package com.regulars.settlement.till;

import com.regulars.card.CardStatus;
import com.regulars.card.CardSummary;
import com.regulars.card.Cards;
import com.regulars.customer.Customers;
import com.regulars.ledger.TenderType;
import com.regulars.menu.Dish;
import com.regulars.menu.Menu;
import com.regulars.request.IdempotencyKey;
import com.regulars.settlement.quote.BillLine;
import com.regulars.settlement.quote.PayBy;
import com.regulars.settlement.settle.BillSettlement;
import com.regulars.settlement.settle.BillTender;
import com.regulars.settlement.settle.SettleBill;
import com.regulars.settlement.till.TillView.GuestHit;
import com.regulars.shared.RefusedException;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a cashier does to the open bill. */
@Component
@RequiredArgsConstructor
class Till {

    private static final int MOST_HITS = 8;

    private final BillDrafts drafts;
    private final BillSettlement settlement;
    private final Cards cards;
    private final Customers customers;
    private final Menu menu;
    private final Venues venues;

    /** Guests and cards that fit what was scanned or typed; a card number finds its card. */
    List<GuestHit> findGuests(String query) {
        Optional<CardSummary> scanned = cards.find(query.replace(" ", ""));
        if (scanned.isPresent()) {
            return List.of(new GuestHit(customers.get(scanned.get().customerId()), scanned.get()));
        }
        List<GuestHit> hits = new ArrayList<>();
        for (var customer : customers.search(query, MOST_HITS)) {
            var active = cards.ofCustomer(customer.id()).stream()
                    .filter(card -> card.status() == CardStatus.ACTIVE)
                    .toList();
            active.forEach(card -> hits.add(new GuestHit(customer, card)));
            if (active.isEmpty()) {
                hits.add(new GuestHit(customer, null));
            }
        }
        return hits.subList(0, Math.min(hits.size(), MOST_HITS));
    }

    void chooseGuest(Venue venue, @Nullable Long customerId, @Nullable String cardNumber) {
        Long guest = customerId;
        if (cardNumber != null) {
            CardSummary card = cards.get(cardNumber);
            if (card.status() != CardStatus.ACTIVE) {
                throw new RefusedException("CARD_NOT_ACTIVE", card.maskedNumber());
            }
            guest = card.customerId();
        }
        Long chosen = guest;
        drafts.change(venue, draft -> draft.withGuest(chosen, cardNumber));
    }

    List<Dish> findDishes(String query) {
        return menu.findByCode(query.strip())
                .filter(Dish::active)
                .map(List::of)
                .orElseGet(() -> menu.search(query, MOST_HITS));
    }

    void addDish(Venue venue, Dish dish) {
        var line = new BillLine(
                dish.code(), dish.name(), 1, dish.priceMinor(), dish.memberPriceMinor(), dish.discountable());
        drafts.change(venue, draft -> draft.withDish(line));
    }

    void addLine(Venue venue, String name, long priceMinor, boolean discountable) {
        var line = new BillLine(null, name, 1, priceMinor, null, discountable);
        drafts.change(venue, draft -> draft.withLine(line));
    }

    /**
     * Pays the open bill; sent twice, it is paid once.
     *
     * @param cashMinor what the guest handed over, 0 for exactly what is due
     * @throws RefusedException what {@link BillSettlement#settle} refuses; the bill then stays open
     */
    void settle(Venue venue, String requestId, long shownPayableMinor, long cashMinor, @Nullable String pin) {
        BillDraft draft = drafts.current(venue);
        if (draft.hasBeenPaid() || !draft.requestId().equals(requestId)) {
            return;
        }
        try {
            var command = command(venue, draft, shownPayableMinor, cashMinor, pin);
            long paid = Long.parseLong(
                    settlement.settle(command, new IdempotencyKey(requestId)).reference());
            drafts.change(venue, open -> open.requestId().equals(requestId) ? open.paidAs(paid) : open);
        } catch (RefusedException refused) {
            if (refused.getReason() == RefusedException.Reason.RULE) {
                drafts.change(venue, open -> open.requestId().equals(requestId) ? open.tryAgain() : open);
            }
            throw refused;
        }
    }

    private SettleBill command(
            Venue venue, BillDraft draft, long shownPayableMinor, long cashMinor, @Nullable String pin) {
        PayBy payBy = draft.payment().payBy();
        long points = draft.usePoints() && draft.cardNumber() != null
                ? cards.usablePoints(cards.get(draft.cardNumber()), venues.businessDate(venue))
                : 0;
        return new SettleBill(
                draft.toQuote(venue.code(), payBy, points),
                draft.billNumber(),
                shownPayableMinor,
                tenders(draft, shownPayableMinor, cashMinor, pin),
                List.of(),
                null);
    }

    private static List<BillTender> tenders(BillDraft draft, long payableMinor, long cashMinor, @Nullable String pin) {
        List<BillTender> tenders = new ArrayList<>();
        boolean wholly = draft.payment() == Payment.BALANCE;
        long fromCard = wholly ? payableMinor : Math.min(draft.balancePartMinor(), payableMinor);
        if (fromCard > 0) {
            tenders.add(new BillTender(TenderType.STORED_VALUE, fromCard, draft.cardNumber(), pin));
        }
        long rest = payableMinor - fromCard;
        if (rest > 0) {
            long handed = draft.payment() == Payment.CASH && cashMinor > 0 ? cashMinor : rest;
            tenders.add(BillTender.of(draft.payment().tender(), handed));
        }
        return tenders;
    }
}
