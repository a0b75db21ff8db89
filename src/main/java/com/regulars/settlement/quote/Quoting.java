package com.regulars.settlement.quote;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.card.CardStatus;
import com.regulars.card.CardSummary;
import com.regulars.card.CardTerms;
import com.regulars.card.Cards;
import com.regulars.card.programme.PointsTerms;
import com.regulars.coupon.CouponDesk;
import com.regulars.coupon.CouponDesk.Occasion;
import com.regulars.customer.CustomerSummary;
import com.regulars.customer.Customers;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import com.regulars.venue.MoneyFormat;
import com.regulars.venue.OpenVenues;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.time.Clock;
import java.time.Instant;
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
    private final CountedVisits visits;
    private final CouponDesk coupons;
    private final MoneyFormat money;
    private final Clock clock;
    private final long roundDownToMinor;

    Quoting(
            OpenVenues openVenues,
            Venues venues,
            Cards cards,
            Customers customers,
            OrderedDishes dishes,
            CountedVisits visits,
            CouponDesk coupons,
            MoneyFormat money,
            Clock clock,
            @Value("${regulars.settlement.round-down-to-minor:1}") long roundDownToMinor) {
        this.openVenues = openVenues;
        this.venues = venues;
        this.cards = cards;
        this.customers = customers;
        this.dishes = dishes;
        this.visits = visits;
        this.coupons = coupons;
        this.money = money;
        this.clock = clock;
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
        return price(bill, paidBy, usablePoints(bill), visits.of(bill)).quote();
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
        long points = usablePoints(resolved);
        ResolvedBill bill = allPoints ? resolved.redeeming(points) : resolved;
        CountedVisit visit = visits.of(bill);
        return new QuotedBothWays(
                bill.card(),
                bill.terms(),
                bill.guest(),
                points,
                priced(command, bill, PaidBy.BALANCE, points, visit),
                priced(command, bill, PaidBy.quoted(PayBy.OTHER, command.storedValueMinor()), points, visit));
    }

    /** Null for the way the guest does not pay when its price is too low for a coupon of the bill. */
    private @Nullable Quote priced(
            QuoteBill command, ResolvedBill bill, PaidBy paidBy, long points, @Nullable CountedVisit visit) {
        try {
            return price(bill, paidBy, points, visit).quote();
        } catch (RefusedException refused) {
            if (bill.coupons().isEmpty() || command.payBy() == paidBy.payBy()) {
                throw refused;
            }
            return null;
        }
    }

    public ResolvedBill resolve(QuoteBill command) {
        Venue venue = openVenues.require(command.venueCode());
        Instant at = clock.instant();
        LocalDate businessDate = venues.businessDate(venue, at);
        CardSummary card = shownCard(command);
        CustomerSummary guest = command.customerId() == null ? null : customers.get(command.customerId());
        Long customerId = guest != null ? (Long) guest.id() : card == null ? null : (Long) card.customerId();
        return new ResolvedBill(
                venue,
                at,
                businessDate,
                dishes.priced(command.lines()),
                card,
                card == null ? null : cards.terms(card, businessDate),
                customerId,
                guest,
                coupons.require(command.couponCodes(), new Occasion(venue, at, businessDate, customerId)),
                command.redeemPoints());
    }

    private long usablePoints(ResolvedBill bill) {
        CardTerms terms = bill.terms();
        PointsTerms points = terms == null ? null : terms.points();
        CardSummary card = bill.card();
        return card == null || points == null || points.redeemMinorPerPoint() == null
                ? 0
                : cards.usablePoints(card, bill.businessDate());
    }

    /** @param points what the card of the bill can pay with on its business day */
    public PricedBill price(ResolvedBill bill, PaidBy paidBy, long points) {
        return price(bill, paidBy, points, visits.of(bill));
    }

    private PricedBill price(ResolvedBill bill, PaidBy paidBy, long points, @Nullable CountedVisit visit) {
        CardTerms terms = bill.terms();
        var pricing = new Pricing(
                bill.lines(), paidBy, terms, bill.coupons(), bill.redeemPoints(), points, roundDownToMinor, visit);
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
