package com.regulars.settlement.till;

import com.regulars.settlement.quote.BillLine;
import com.regulars.settlement.quote.PayBy;
import com.regulars.settlement.quote.QuoteBill;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The bill that is being typed.
 *
 * @param requestId idempotency key of the next attempt to pay it
 * @param balancePartMinor what of a mixed payment comes from the card; 0 for none
 * @param settlementId the settled bill whose change and receipt are still on the screen
 */
record BillDraft(
        String requestId,
        String billNumber,
        List<BillLine> lines,
        @Nullable Long customerId,
        @Nullable String cardNumber,
        Payment payment,
        long balancePartMinor,
        boolean usePoints,
        @Nullable Long settlementId) {

    private static final long MOST_OF_A_LINE = 999;

    BillDraft {
        lines = List.copyOf(lines);
    }

    static BillDraft empty(String billNumber) {
        return new BillDraft(newRequestId(), billNumber, List.of(), null, null, Payment.CASH, 0, false, null);
    }

    private static String newRequestId() {
        return "till-" + UUID.randomUUID();
    }

    public boolean hasBeenPaid() {
        return settlementId != null;
    }

    BillDraft withGuest(@Nullable Long guestId, @Nullable String shownCard) {
        Payment first = shownCard == null ? Payment.CASH : Payment.BALANCE;
        return new BillDraft(requestId, billNumber, lines, guestId, shownCard, first, 0, false, null);
    }

    /** One more of a dish: the line that has it grows. */
    BillDraft withDish(BillLine dish) {
        for (int i = 0; i < lines.size(); i++) {
            BillLine line = lines.get(i);
            if (line.item() != null && line.item().equals(dish.item())) {
                return withQuantity(i, line.quantity() + 1);
            }
        }
        return withLine(dish);
    }

    BillDraft withLine(BillLine line) {
        List<BillLine> longer = new ArrayList<>(lines);
        longer.add(line);
        return withLines(longer);
    }

    /** Zero takes the line off the bill. */
    BillDraft withQuantity(int index, long quantity) {
        List<BillLine> changed = new ArrayList<>(lines);
        if (index >= 0 && index < changed.size()) {
            BillLine line = changed.remove(index);
            if (quantity > 0) {
                changed.add(index, times(line, Math.min(quantity, MOST_OF_A_LINE)));
            }
        }
        return withLines(changed);
    }

    private static BillLine times(BillLine line, long quantity) {
        return new BillLine(
                line.item(),
                line.name(),
                quantity,
                line.unitPriceMinor(),
                line.memberUnitPriceMinor(),
                line.discountable());
    }

    private BillDraft withLines(List<BillLine> others) {
        return new BillDraft(
                requestId, billNumber, others, customerId, cardNumber, payment, balancePartMinor, usePoints, null);
    }

    BillDraft withPayment(Payment other, long balancePart) {
        return new BillDraft(requestId, billNumber, lines, customerId, cardNumber, other, balancePart, usePoints, null);
    }

    BillDraft withPoints(boolean use) {
        return new BillDraft(
                requestId, billNumber, lines, customerId, cardNumber, payment, balancePartMinor, use, null);
    }

    /** After a refusal the next attempt is another request. */
    BillDraft tryAgain() {
        return new BillDraft(
                newRequestId(), billNumber, lines, customerId, cardNumber, payment, balancePartMinor, usePoints, null);
    }

    BillDraft paidAs(long settlement) {
        return new BillDraft(
                requestId, billNumber, lines, customerId, cardNumber, payment, balancePartMinor, usePoints, settlement);
    }

    QuoteBill toQuote(String venueCode, PayBy payBy, long pointsOnCard) {
        long storedValue = payment == Payment.BALANCE ? 0 : balancePartMinor;
        return new QuoteBill(
                venueCode, lines, cardNumber, customerId, payBy, storedValue, List.of(), usePoints ? pointsOnCard : 0);
    }

    /** The same bill for nobody in particular, to be priced when the card can no longer be used. */
    BillDraft withoutCard() {
        return new BillDraft(requestId, billNumber, lines, null, null, Payment.CASH, 0, false, settlementId);
    }
}
