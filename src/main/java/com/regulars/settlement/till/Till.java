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
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.NotFoundException;
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
    private final CashCheck cashCheck;

    /**
     * Books the bill to a guest.
     *
     * @param cardNumber the card that was shown, or null
     * @return the card when it cannot be used; the guest is then on the bill without it
     * @throws NotFoundException when there is no such guest or card
     */
    Optional<CardSummary> chooseGuest(
            Venue venue, @Nullable String seen, @Nullable Long customerId, @Nullable String cardNumber) {
        if (cardNumber == null) {
            Long guest =
                    customerId == null ? null : (Long) customers.get(customerId).id();
            drafts.change(venue, seen, draft -> draft.withGuest(PayingGuest.found(guest, null)));
            return Optional.empty();
        }
        return chooseCard(venue, seen, cards.get(cardNumber));
    }

    private Optional<CardSummary> chooseCard(Venue venue, @Nullable String seen, CardSummary card) {
        boolean usable = card.status() == CardStatus.ACTIVE;
        drafts.change(
                venue,
                seen,
                draft -> draft.withGuest(PayingGuest.found(card.customerId(), usable ? card.number() : null)));
        return usable ? Optional.empty() : Optional.of(card);
    }

    Optional<CardSummary> choose(Venue venue, @Nullable String seen, GuestHit hit) {
        CardSummary card = hit.card();
        return chooseGuest(venue, seen, hit.customer().id(), card == null ? null : card.number());
    }

    List<Dish> findDishes(String query) {
        return menu.findByCode(query.strip())
                .filter(Dish::active)
                .map(List::of)
                .orElseGet(() -> menu.search(query, MOST_HITS));
    }

    /** @return the line the dish is on now, counted from 0 */
    int addDish(Venue venue, @Nullable String seen, Dish dish) {
        var line = new BillLine(
                dish.code(), dish.name(), 1, dish.priceMinor(), dish.memberPriceMinor(), dish.discountable());
        BillDraft changed = drafts.change(venue, seen, draft -> draft.withDish(line));
        return changed.indexOf(line);
    }

    /** @return the new line, counted from 0 */
    int addLine(Venue venue, @Nullable String seen, String name, long priceMinor, boolean discountable) {
        var line = new BillLine(null, name, 1, priceMinor, null, discountable);
        return drafts.change(venue, seen, draft -> draft.withLine(line)).lines().size() - 1;
    }

    /**
     * Sets the quantity of a line, or changes it by a step; none left takes the line off.
     *
     * @param typed what stands in the field, null for what the bill has
     * @throws InvalidFieldException {@code quantity} when it is more than a line takes
     */
    void changeLine(Venue venue, @Nullable String seen, int index, @Nullable Long typed, long step) {
        drafts.change(venue, seen, draft -> {
            if (index < 0 || index >= draft.lines().size()) {
                return draft;
            }
            long quantity = (typed == null ? draft.lines().get(index).quantity() : typed) + step;
            if (quantity > BillDraft.MOST_OF_A_LINE) {
                throw new InvalidFieldException("quantity-" + index, "quantity", BillDraft.MOST_OF_A_LINE);
            }
            return draft.withQuantity(index, quantity);
        });
    }

    /**
     * Pays the open bill; sent twice, it is paid once.
     *
     * @throws RefusedException what {@link BillSettlement#settle} refuses, the bill then stays open;
     *     {@code BILL_CHANGED_MEANWHILE} when the bill is no longer what the cashier sees
     * @throws InvalidFieldException when the cash cannot be right
     */
    void settle(Venue venue, PayNow pay) {
        BillDraft draft = drafts.current(venue);
        if (!draft.requestId().equals(pay.requestId())) {
            throw new RefusedException(RefusedException.Reason.CONFLICT, "BILL_CHANGED_MEANWHILE");
        }
        if (draft.hasBeenPaid()) {
            return;
        }
        BillDrafts.requireSeen(draft, pay.seen());
        var command = command(venue, draft, pay);
        try {
            long paid = Long.parseLong(settlement
                    .settle(command, new IdempotencyKey(pay.requestId()))
                    .reference());
            drafts.concludeAttempt(venue, pay.requestId(), open -> draft.paidAs(paid));
        } catch (RefusedException refused) {
            if (refused.getReason() == RefusedException.Reason.RULE) {
                drafts.concludeAttempt(venue, pay.requestId(), BillDraft::tryAgain);
            }
            throw refused;
        }
    }

    private SettleBill command(Venue venue, BillDraft draft, PayNow pay) {
        PayBy payBy = draft.payment().payBy();
        String cardNumber = draft.cardNumber();
        long points = draft.usePoints() && cardNumber != null
                ? cards.usablePoints(cards.get(cardNumber), venues.businessDate(venue))
                : 0;
        return new SettleBill(
                draft.toQuote(venue.code(), payBy, points),
                draft.billNumber(),
                pay.payableMinor(),
                tenders(draft, pay),
                List.of(),
                null);
    }

    private List<BillTender> tenders(BillDraft draft, PayNow pay) {
        List<BillTender> tenders = new ArrayList<>();
        boolean wholly = draft.payment() == Payment.BALANCE;
        long fromCard = wholly ? pay.payableMinor() : Math.min(draft.balancePartMinor(), pay.payableMinor());
        if (fromCard > 0) {
            tenders.add(new BillTender(TenderType.STORED_VALUE, fromCard, draft.cardNumber(), pay.pin()));
        }
        long rest = pay.payableMinor() - fromCard;
        if (rest > 0) {
            tenders.add(BillTender.of(draft.payment().tender(), handed(draft, rest, pay)));
        }
        return tenders;
    }

    private long handed(BillDraft draft, long rest, PayNow pay) {
        Long cash = pay.cashMinor();
        if (draft.payment() != Payment.CASH || cash == null) {
            return rest;
        }
        cashCheck.requirePlausible(rest, pay);
        return cash;
    }
}
