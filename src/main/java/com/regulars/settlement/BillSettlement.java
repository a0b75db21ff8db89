package com.regulars.settlement;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.card.BillCards;
import com.regulars.card.BillCards.PointsMovement;
import com.regulars.card.BilledCards;
import com.regulars.card.CardBilling;
import com.regulars.card.Cards;
import com.regulars.request.Answer;
import com.regulars.request.IdempotencyKey;
import com.regulars.request.IdempotentRequests;
import com.regulars.shared.RefusedException;
import com.regulars.shift.Shift;
import com.regulars.shift.Shifts;
import com.regulars.venue.MoneyFormat;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Pays a bill (R4.7), all in one transaction: price it anew and compare with what the till showed, take the money and
 * move the points in one posting, book the visit, and give it a receipt number last. Whatever is refused leaves nothing
 * behind.
 */
@Service
@RequiredArgsConstructor
public class BillSettlement {

    private final IdempotentRequests requests;
    private final Quoting quoting;
    private final Cards cards;
    private final CardBilling billing;
    private final Shifts shifts;
    private final SettlementRecords records;
    private final SettlementTexts texts;
    private final MoneyFormat money;
    private final ApplicationEventPublisher events;

    /**
     * Settles once per key; a repeated request gets the first answer.
     *
     * @throws RefusedException {@code BILL_ALREADY_SETTLED}, {@code QUOTE_CHANGED}, {@code TENDERS_DO_NOT_ADD_UP}, what
     *     {@link Quoting#quote} and {@link CardBilling#bill} refuse
     */
    @Requires(Permission.BILL_SETTLE)
    public Answer<SettledBill> settle(SettleBill command, IdempotencyKey key) {
        return requests.once("settle", key.value(), command, SettledBill.class, () -> settle(command));
    }

    private SettledBill settle(SettleBill command) {
        ResolvedBill bill = quoting.resolve(command.bill());
        records.requireNotSettled(bill.venue().id(), command.billNumber());
        Tendered tendered = Tendered.of(command.tenders(), bill.card(), cards::get);
        Quote quote = quoting.price(bill, tendered.payBy(command.bill().payBy()));
        requireAsShown(command, quote);
        tendered.requireToPay(quote.payableMinor(), money.plain(quote.payableMinor()));
        Shift shift = shifts.forMoney(bill.venue().id(), command.shiftId());
        BilledCards billed = takePayment(command, bill, tendered, quote, shift);
        SettledBill settled = records.write(new PaidBill(command, bill, tendered, quote, shift, billed));
        events.publishEvent(new BillSettled(
                settled.id(), settled.venueId(), settled.businessDate(), settled.customerId(), settled.payableMinor()));
        return settled;
    }

    private void requireAsShown(SettleBill command, Quote quote) {
        if (quote.payableMinor() != command.expectedPayableMinor()) {
            throw new QuoteChangedException(quote.payableMinor(), money.plain(quote.payableMinor()));
        }
    }

    private @Nullable BilledCards takePayment(
            SettleBill command, ResolvedBill bill, Tendered tendered, Quote quote, Shift shift) {
        PointsMovement points = points(bill, quote);
        if (quote.payableMinor() == 0 && points == null) {
            return null;
        }
        return billing.bill(new BillCards(
                command.billNumber(),
                bill.venue().id(),
                bill.businessDate(),
                shift.id(),
                quote.payableMinor(),
                quote.roundingMinor(),
                tendered.storedValue(quote),
                tendered.others(quote.payableMinor()),
                points));
    }

    private @Nullable PointsMovement points(ResolvedBill bill, Quote quote) {
        var card = bill.card();
        if (card == null || (quote.pointsRedeemed() == 0 && quote.pointsToEarn() == 0)) {
            return null;
        }
        return new PointsMovement(
                card.id(),
                quote.pointsRedeemed(),
                quote.pointsMinor(),
                quote.pointsToEarn(),
                texts.earnExplanation(quote));
    }

    /** Everything that is known once the money is taken. */
    record PaidBill(
            SettleBill command,
            ResolvedBill bill,
            Tendered tendered,
            Quote quote,
            Shift shift,
            @Nullable BilledCards billed) {

        boolean collectsPoints() {
            return quote.pointsRedeemed() != 0 || quote.pointsToEarn() != 0;
        }

        List<SettledTender> tenders() {
            return tendered.settled(quote.payableMinor(), billed == null ? List.of() : billed.drawn());
        }

        @Nullable
        Long customerId() {
            Long known = bill.customerId();
            return known != null ? known : tendered.payingCustomer().orElse(null);
        }
    }
}
