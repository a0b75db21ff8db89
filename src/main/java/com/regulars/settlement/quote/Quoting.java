package com.regulars.settlement.quote;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.card.CardStatus;
import com.regulars.card.CardSummary;
import com.regulars.card.CardTerms;
import com.regulars.card.Cards;
import com.regulars.customer.CustomerSummary;
import com.regulars.customer.Customers;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import com.regulars.venue.MoneyFormat;
import com.regulars.venue.OpenVenues;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells what a bill costs before it is paid (R4.2 to R4.5, R4.10). Nothing is written, so a till may ask as often as it
 * likes.
 */
@Service
public class Quoting {

    private final OpenVenues openVenues;
    private final Venues venues;
    private final Cards cards;
    private final Customers customers;
    private final OrderedDishes dishes;
    private final MoneyFormat money;
    private final long roundDownToMinor;

    Quoting(
            OpenVenues openVenues,
            Venues venues,
            Cards cards,
            Customers customers,
            OrderedDishes dishes,
            MoneyFormat money,
            @Value("${regulars.settlement.round-down-to-minor:1}") long roundDownToMinor) {
        this.openVenues = openVenues;
        this.venues = venues;
        this.cards = cards;
        this.customers = customers;
        this.dishes = dishes;
        this.money = money;
        this.roundDownToMinor = roundDownToMinor;
    }

    /**
     * @throws NotFoundException when venue, card or customer are not there
     * @throws RefusedException {@code CARD_NOT_ACTIVE}, {@code DISH_UNKNOWN}, {@code COUPON_NOT_USABLE} or {@code
     *     POINTS_NOT_ENOUGH}
     */
    @Requires(Permission.BILL_SETTLE)
    @Transactional(readOnly = true)
    public Quote quote(QuoteBill command) {
        PaidBy paidBy = PaidBy.quoted(command.payBy(), command.storedValueMinor());
        ResolvedBill bill = resolve(command);
        return price(bill, paidBy, bill.findCard().map(CardSummary::points).orElse(0L))
                .quote();
    }

    /**
     * The same bill priced both ways, so that a till can say which is cheaper; the other way is a mixed one when stored
     * value pays a part.
     *
     * @param allPoints whether the guest pays with as many points as the card has and the bill can take
     */
    @Requires(Permission.BILL_SETTLE)
    @Transactional(readOnly = true)
    public QuotedBothWays quoteBothWays(QuoteBill command, boolean allPoints) {
        ResolvedBill resolved = resolve(command);
        long points = resolved.findCard().map(CardSummary::points).orElse(0L);
        ResolvedBill bill = allPoints ? resolved.redeeming(points) : resolved;
        return new QuotedBothWays(
                bill.card(),
                bill.terms(),
                bill.guest(),
                price(bill, PaidBy.BALANCE, points).quote(),
                price(bill, PaidBy.quoted(PayBy.OTHER, command.storedValueMinor()), points)
                        .quote());
    }

    public ResolvedBill resolve(QuoteBill command) {
        Venue venue = openVenues.require(command.venueCode());
        LocalDate businessDate = venues.businessDate(venue);
        CardSummary card = shownCard(command);
        CustomerSummary guest = command.customerId() == null ? null : customers.get(command.customerId());
        return new ResolvedBill(
                venue,
                businessDate,
                dishes.priced(command.lines()),
                card,
                card == null ? null : cards.terms(card, businessDate),
                guest != null ? (Long) guest.id() : card == null ? null : (Long) card.customerId(),
                guest,
                command.couponCodes(),
                command.redeemPoints());
    }

    /** @param points what is on the card of the bill */
    public PricedBill price(ResolvedBill bill, PaidBy paidBy, long points) {
        CardTerms terms = bill.terms();
        var pricing = new Pricing(
                bill.lines(), paidBy, terms, bill.couponCodes(), bill.redeemPoints(), points, roundDownToMinor);
        return BillPricing.price(pricing, money::plain);
    }

    private @Nullable CardSummary shownCard(QuoteBill command) {
        String number = command.cardNumber();
        if (number != null) {
            return requireActive(cards.get(number));
        }
        Long customerId = command.customerId();
        if (customerId == null) {
            return null;
        }
        var active = cards.ofCustomer(customerId).stream()
                .filter(card -> card.status() == CardStatus.ACTIVE)
                .toList();
        return active.size() == 1 ? active.getFirst() : null;
    }

    private static CardSummary requireActive(CardSummary card) {
        if (card.status() != CardStatus.ACTIVE) {
            throw new RefusedException("CARD_NOT_ACTIVE", card.maskedNumber());
        }
        return card;
    }
}
