package com.regulars.settlement.till;

import com.regulars.card.CardPins;
import com.regulars.card.CardStatus;
import com.regulars.card.CardSummary;
import com.regulars.card.CardTerms;
import com.regulars.card.Cards;
import com.regulars.customer.CustomerSummary;
import com.regulars.customer.Customers;
import com.regulars.menu.Dish;
import com.regulars.settlement.SettledBill;
import com.regulars.settlement.SettlementDetails;
import com.regulars.settlement.Settlements;
import com.regulars.settlement.quote.PayBy;
import com.regulars.settlement.quote.Quote;
import com.regulars.settlement.quote.QuoteBill;
import com.regulars.settlement.quote.QuoteStep;
import com.regulars.settlement.quote.QuotedBothWays;
import com.regulars.settlement.quote.Quoting;
import com.regulars.settlement.till.TillView.Cheaper;
import com.regulars.settlement.till.TillView.CouponProblem;
import com.regulars.settlement.till.TillView.GuestHit;
import com.regulars.settlement.till.TillView.PinAsked;
import com.regulars.settlement.till.TillView.TenderKey;
import com.regulars.shared.RefusedException;
import com.regulars.shift.Shifts;
import com.regulars.venue.CurrentVenue;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts together what the till shows: the bill priced both ways, so that the cheaper one can be said aloud. */
@Component
@RequiredArgsConstructor
class TillScreen {

    private final BillDrafts drafts;
    private final Quoting quoting;
    private final TillCoupons tillCoupons;
    private final Cards cards;
    private final Customers customers;
    private final Shifts shifts;
    private final Settlements settlements;
    private final Venues venues;
    private final CurrentVenue currentVenue;
    private final JdbcClient jdbc;

    TillView show(Venue venue, List<GuestHit> guestHits, List<Dish> dishHits) {
        BillDraft draft = drafts.current(venue);
        Priced priced = quote(venue, draft);
        QuotedBothWays quoted = priced.quoted;
        CardSummary card = quoted != null ? quoted.card() : shownCard(draft);
        CardTerms terms = quoted != null ? quoted.terms() : terms(card, venue);
        Quote balance = quoted == null ? null : quoted.balance();
        Quote other = quoted == null ? null : quoted.other();
        Quote chosen = quoted == null ? null : quoted.paidBy(draft.payment().payBy());
        return new TillView(
                venue,
                currentVenue.chosen().isPresent() || currentVenue.scope().size() == 1,
                shifts.findOpenOfActor(venue.id()).orElse(null),
                draft,
                quoted != null ? quoted.guest() : customer(draft),
                dropped(draft),
                dietary(draft),
                card,
                unusableCards(draft),
                chosen,
                cheaper(draft, terms, balance, other),
                keys(draft, terms, balance, other),
                pinAsked(draft, card, terms, chosen),
                quoted == null ? 0 : pointsWorth(quoted.usablePoints(), terms),
                tillCoupons.keys(draft, card),
                priced.problem,
                paid(draft),
                guestHits,
                dishHits);
    }

    private @Nullable CustomerSummary dropped(BillDraft draft) {
        PayingGuest dropped = draft.dropped();
        Long id = dropped == null ? null : dropped.customerId();
        return id == null || draft.hasBeenPaid() ? null : customers.find(id).orElse(null);
    }

    /** The cards of a guest who is on the bill without one, so that a frozen card is seen to be frozen. */
    private List<CardSummary> unusableCards(BillDraft draft) {
        Long guest = draft.customerId();
        return guest == null || draft.cardNumber() != null
                ? List.of()
                : cards.ofCustomer(guest).stream()
                        .filter(card -> card.status() == CardStatus.FROZEN || card.status() == CardStatus.LOST)
                        .toList();
    }

    private @Nullable CustomerSummary customer(BillDraft draft) {
        Long id = draft.customerId();
        return id == null ? null : customers.find(id).orElse(null);
    }

    /** What the kitchen must know, as the head of the customer page says it: the profile and what was observed. */
    private @Nullable String dietary(BillDraft draft) {
        List<String> all = jdbc.sql("select text from customer_v_dietary_warning where customer_id = :id")
                .param("id", draft.customerId())
                .query(String.class)
                .list();
        return all.isEmpty() ? null : String.join(" · ", all);
    }

    private @Nullable SettledBill paid(BillDraft draft) {
        Long id = draft.settlementId();
        return Optional.ofNullable(id)
                .map(settlements::get)
                .map(SettlementDetails::bill)
                .orElse(null);
    }

    /** The bill with its price, or what keeps it from having one. */
    private record Priced(
            @Nullable QuotedBothWays quoted, @Nullable CouponProblem problem) {}

    /** It cannot be priced when a dish has left the menu, the card was frozen in between, or a coupon asks for more. */
    private Priced quote(Venue venue, BillDraft draft) {
        try {
            QuoteBill asked = draft.toQuote(venue.code(), draft.payment().payBy(), 0);
            return new Priced(quoting.quoteBothWays(asked, draft.usePoints()), null);
        } catch (RefusedException refused) {
            boolean byCoupon = refused.getCode().equals("COUPON_NOT_USABLE");
            return new Priced(
                    null,
                    byCoupon
                            ? new CouponProblem(
                                    refused.getCode(), refused.getArgs().toArray())
                            : null);
        }
    }

    private @Nullable CardSummary shownCard(BillDraft draft) {
        return Optional.ofNullable(draft.cardNumber()).flatMap(cards::find).orElse(null);
    }

    private @Nullable CardTerms terms(@Nullable CardSummary card, Venue venue) {
        return card == null ? null : cards.terms(card, venues.businessDate(venue));
    }

    private static @Nullable Cheaper cheaper(
            BillDraft draft, @Nullable CardTerms terms, @Nullable Quote balance, @Nullable Quote other) {
        if (terms == null || !terms.storedValue() || balance == null || other == null) {
            return null;
        }
        boolean payingBalance = draft.payment().payBy() == PayBy.BALANCE;
        Quote now = payingBalance ? balance : other;
        Quote instead = payingBalance ? other : balance;
        long saving = now.payableMinor() - instead.payableMinor();
        if (saving <= 0) {
            return null;
        }
        QuoteStep discount = instead.steps().get(QuoteStep.Rule.DISCOUNT.ordinal());
        return new Cheaper(
                payingBalance ? Payment.CASH : Payment.BALANCE,
                discount.factor(),
                discount.args().isEmpty() ? "" : discount.args().getLast(),
                saving,
                instead.payableMinor());
    }

    private static List<TenderKey> keys(
            BillDraft draft, @Nullable CardTerms terms, @Nullable Quote balance, @Nullable Quote other) {
        return Arrays.stream(Payment.values())
                .map(payment -> {
                    Quote quote = payment.payBy() == PayBy.BALANCE ? balance : other;
                    boolean usable =
                            quote != null && (payment != Payment.BALANCE || (terms != null && terms.storedValue()));
                    return new TenderKey(
                            payment, payment == draft.payment(), usable, quote == null ? 0 : quote.payableMinor());
                })
                .toList();
    }

    private static @Nullable PinAsked pinAsked(
            BillDraft draft, @Nullable CardSummary card, @Nullable CardTerms terms, @Nullable Quote quote) {
        Long above = terms == null ? null : terms.pinAboveMinor();
        if (card == null || above == null || quote == null) {
            return null;
        }
        long fromCard = draft.payment() == Payment.BALANCE ? quote.payableMinor() : draft.balancePartMinor();
        return fromCard > above ? new PinAsked(above, triesLeft(card), CardPins.MOST_TRIES) : null;
    }

    private static int triesLeft(CardSummary card) {
        Integer left = card.pinTriesLeft();
        return left == null ? 0 : left;
    }

    private static long pointsWorth(long points, @Nullable CardTerms terms) {
        if (terms == null || terms.points() == null) {
            return 0;
        }
        Long worth = terms.points().redeemMinorPerPoint();
        return worth == null ? 0 : points * worth;
    }
}
