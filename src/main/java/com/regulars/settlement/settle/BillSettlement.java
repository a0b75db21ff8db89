package com.regulars.settlement.settle;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.card.CardDesk;
import com.regulars.card.CardSummary;
import com.regulars.card.CardTurns;
import com.regulars.card.Cards;
import com.regulars.card.CardsInUse;
import com.regulars.coupon.CouponDesk;
import com.regulars.ledger.Ledger;
import com.regulars.ledger.NewPosting;
import com.regulars.ledger.PostingKind;
import com.regulars.request.Claim;
import com.regulars.request.Done;
import com.regulars.request.IdempotencyKey;
import com.regulars.request.IdempotentRequests;
import com.regulars.request.Reply;
import com.regulars.settlement.SettledBill;
import com.regulars.settlement.SettledTender;
import com.regulars.settlement.SettlementTexts;
import com.regulars.settlement.quote.PaidBy;
import com.regulars.settlement.quote.PricedBill;
import com.regulars.settlement.quote.Quote;
import com.regulars.settlement.quote.Quoting;
import com.regulars.settlement.quote.ResolvedBill;
import com.regulars.settlement.settle.BillPosting.PostedBill;
import com.regulars.shared.RefusedException;
import com.regulars.shift.Shift;
import com.regulars.shift.Shifts;
import com.regulars.venue.MoneyFormat;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Pays a bill (R4.7), all in one transaction: lock the cards that take part, price the bill anew and compare with what
 * the till showed, check PINs, take the money and move the points in one posting, book the visit, and give it a receipt
 * number last. Whatever is refused leaves nothing behind.
 */
@Service
@RequiredArgsConstructor
public class BillSettlement {

    private final CardTurns turns;
    private final IdempotentRequests requests;
    private final Quoting quoting;
    private final Cards cards;
    private final CardDesk cardDesk;
    private final CouponDesk coupons;
    private final Ledger ledger;
    private final Shifts shifts;
    private final BillWriter bills;
    private final SettlementTexts texts;
    private final MoneyFormat money;

    /** What a settled bill looks like to whoever asked for it, for example as JSON of the wire contract. */
    @FunctionalInterface
    public interface Shown {

        @Nullable
        Object of(SettledBill bill);
    }

    /**
     * Settles once per key; a repeated request gets the first answer, byte for byte.
     *
     * @param shown the body of the answer; it is made once and kept
     * @return the answer; its reference is the id of the bill
     * @throws RefusedException {@code BILL_ALREADY_SETTLED}, {@code QUOTE_CHANGED}, {@code TENDERS_DO_NOT_ADD_UP}, what
     *     {@link Quoting#quote} and {@link CardDesk#requirePins} refuse, {@code CARD_NOT_ACTIVE}, {@code
     *     INSUFFICIENT_BALANCE}, {@code POINTS_NOT_ENOUGH}, {@code CARD_BUSY}
     */
    @Requires(Permission.BILL_SETTLE)
    public Reply settle(SettleBill command, IdempotencyKey key, Shown shown) {
        return turns.inTurn(
                command.cards(), () -> requests.once("settle", key, command, claim -> settle(command, claim, shown)));
    }

    /** Settles for somebody who reads nothing but the reference. */
    @Requires(Permission.BILL_SETTLE)
    public Reply settle(SettleBill command, IdempotencyKey key) {
        return settle(command, key, bill -> null);
    }

    private Done settle(SettleBill command, Claim claim, Shown shown) {
        ResolvedBill bill = quoting.resolve(command.bill());
        Tendered tendered = Tendered.of(command.tenders(), bill.card(), cards::get);
        CardsInUse inUse = take(bill, tendered);
        PaidBy paidBy = tendered.paidBy(command.bill().payBy(), bill.card());
        PricedBill priced = quoting.price(bill, paidBy, usablePoints(bill, inUse));
        Quote quote = priced.quote();
        requireAsShown(command, quote);
        tendered.requireToPay(quote.payableMinor(), money.plain(quote.payableMinor()));
        Shift shift = shifts.forMoney(bill.venue().id(), command.shiftId());
        PostedBill posted = post(command, bill, tendered, priced, shift, inUse);
        coupons.use(bill.coupons(), command.billNumber(), bill.occasion());
        return bills.write(new PaidBill(command, bill, tendered, priced, shift, posted), claim, shown);
    }

    /** Locks what the bill may move: cards that pay, and the card that collects points. */
    private @Nullable CardsInUse take(ResolvedBill bill, Tendered tendered) {
        List<Long> ids = new ArrayList<>(tendered.cardIds());
        CardSummary card = bill.card();
        if (card != null && bill.terms() != null && bill.terms().points() != null) {
            ids.add(card.id());
        }
        if (ids.isEmpty()) {
            return null;
        }
        CardsInUse inUse = cardDesk.take(ids);
        inUse.requireUsable();
        return inUse;
    }

    private long usablePoints(ResolvedBill bill, @Nullable CardsInUse inUse) {
        CardSummary card = bill.card();
        return card == null || inUse == null ? 0 : cardDesk.usablePoints(inUse, card.id(), bill.businessDate());
    }

    private void requireAsShown(SettleBill command, Quote quote) {
        if (quote.payableMinor() != command.expectedPayableMinor()) {
            throw new QuoteChangedException(quote.payableMinor(), money.plain(quote.payableMinor()));
        }
    }

    private PostedBill post(
            SettleBill command,
            ResolvedBill bill,
            Tendered tendered,
            PricedBill priced,
            Shift shift,
            @Nullable CardsInUse inUse) {
        if (inUse != null) {
            cardDesk.requirePins(inUse, tendered.pinChecks());
        }
        CardSummary card = bill.card();
        Quote quote = priced.quote();
        boolean movesPoints = quote.pointsRedeemed() != 0 || quote.pointsToEarn() != 0;
        var posting = new BillPosting(
                command.billNumber(),
                bill,
                tendered,
                priced,
                inUse,
                card == null || !movesPoints ? null : card.id(),
                movesPoints ? texts.earnExplanation(quote) : "");
        if (posting.isEmpty()) {
            return PostedBill.NOTHING;
        }
        return posting.posted(ledger.post(
                new NewPosting(
                        PostingKind.BILL,
                        command.billNumber(),
                        bill.venue().id(),
                        bill.businessDate(),
                        shift.id(),
                        null,
                        posting.movements()),
                posting.accounts()));
    }

    /** Everything that is known once the money is taken. */
    record PaidBill(
            SettleBill command,
            ResolvedBill bill,
            Tendered tendered,
            PricedBill priced,
            Shift shift,
            PostedBill posted) {

        Quote quote() {
            return priced.quote();
        }

        List<SettledTender> tenders() {
            return tendered.settled(quote().payableMinor(), posted.drawn());
        }

        @Nullable
        Long customerId() {
            Long known = bill.customerId();
            return known != null ? known : tendered.payingCustomer().orElse(null);
        }
    }
}
