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
 * @param changes how often it was changed, so that a window that shows an older state can be told
 * @param dropped who was on the bill until a moment ago, to be brought back with one key
 * @param cleared what was on the bill until it was cleared, to be brought back as long as nothing new is on it
 * @param settlementId the settled bill whose change and receipt are still on the screen
 */
record BillDraft(
        String requestId,
        String billNumber,
        long changes,
        List<BillLine> lines,
        PayingGuest guest,
        @Nullable PayingGuest dropped,
        @Nullable Cleared cleared,
        @Nullable Long settlementId) {

    /** A bill that was cleared. */
    record Cleared(List<BillLine> lines, PayingGuest guest) {
        Cleared {
            lines = List.copyOf(lines);
        }
    }

    static final long MOST_OF_A_LINE = 999;

    /** What every window that shows an empty bill has seen. */
    private static final String NOTHING_YET = "new";

    BillDraft {
        lines = List.copyOf(lines);
    }

    static BillDraft empty(String billNumber) {
        return new BillDraft(newRequestId(), billNumber, 0, List.of(), PayingGuest.WALK_IN, null, null, null);
    }

    private static String newRequestId() {
        return "till-" + UUID.randomUUID();
    }

    public boolean hasBeenPaid() {
        return settlementId != null;
    }

    public @Nullable Long customerId() {
        return guest.customerId();
    }

    public @Nullable String cardNumber() {
        return guest.cardNumber();
    }

    public Payment payment() {
        return guest.payment();
    }

    public long balancePartMinor() {
        return guest.balancePartMinor();
    }

    public List<String> coupons() {
        return guest.coupons();
    }

    public boolean usePoints() {
        return guest.usePoints();
    }

    /** Names this state of the bill; a window sends it back with what it wants changed. */
    public String mark() {
        return lines.isEmpty() && !guest.isSomebody() && !hasBeenPaid() ? NOTHING_YET : requestId + "/" + changes;
    }

    BillDraft withGuest(PayingGuest other) {
        return changed(lines, other, null);
    }

    /** Nobody in particular any more; who it was can be brought back. */
    BillDraft withoutGuest() {
        return guest.isSomebody() ? changed(lines, PayingGuest.WALK_IN, guest) : this;
    }

    BillDraft withDroppedGuest() {
        return dropped == null ? this : withGuest(dropped);
    }

    /** One more of a dish: the line that has it grows. */
    BillDraft withDish(BillLine dish) {
        int index = indexOf(dish);
        return index < 0 ? withLine(dish) : withQuantity(index, lines.get(index).quantity() + 1);
    }

    /** The line a dish is on, -1 when it is on none. */
    int indexOf(BillLine dish) {
        for (int i = 0; i < lines.size(); i++) {
            String item = lines.get(i).item();
            if (item != null && item.equals(dish.item())) {
                return i;
            }
        }
        return -1;
    }

    BillDraft withLine(BillLine line) {
        List<BillLine> longer = new ArrayList<>(lines);
        longer.add(line);
        return withLines(longer);
    }

    /** Zero takes the line off the bill. */
    BillDraft withQuantity(int index, long quantity) {
        if (index < 0 || index >= lines.size()) {
            return this;
        }
        List<BillLine> changed = new ArrayList<>(lines);
        BillLine line = changed.remove(index);
        if (quantity > 0) {
            changed.add(index, times(line, quantity));
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
        return changed(others, guest, dropped);
    }

    BillDraft withPayment(Payment other, long balancePart) {
        return changed(lines, guest.paying(other, balancePart), dropped);
    }

    BillDraft withCoupons(List<String> codes) {
        return changed(lines, guest.using(codes), dropped);
    }

    BillDraft withPoints(boolean use) {
        return changed(lines, guest.usingPoints(use), dropped);
    }

    /** The next state of the bill; what was cleared before is gone with it. */
    private BillDraft changed(List<BillLine> others, PayingGuest other, @Nullable PayingGuest gone) {
        return new BillDraft(requestId, billNumber, changes + 1, others, other, gone, null, settlementId);
    }

    /** An empty bill with the same number; what was on it can be brought back. */
    BillDraft emptied() {
        Cleared gone = lines.isEmpty() ? null : new Cleared(lines, guest);
        return new BillDraft(newRequestId(), billNumber, 0, List.of(), PayingGuest.WALK_IN, null, gone, null);
    }

    BillDraft withClearedBill() {
        return cleared == null ? this : changed(cleared.lines(), cleared.guest(), null);
    }

    /** The same bill with a number of this day as long as nothing is on it. */
    BillDraft startingOn(String day) {
        boolean earlier = billNumber.length() > day.length() && !billNumber.startsWith(day);
        return earlier && mark().equals(NOTHING_YET)
                ? new BillDraft(
                        requestId,
                        day + billNumber.substring(day.length()),
                        changes,
                        lines,
                        guest,
                        dropped,
                        cleared,
                        null)
                : this;
    }

    /** After a refusal the next attempt is another request. */
    BillDraft tryAgain() {
        return new BillDraft(newRequestId(), billNumber, changes, lines, guest, dropped, cleared, settlementId);
    }

    BillDraft paidAs(long settlement) {
        return new BillDraft(requestId, billNumber, changes + 1, lines, guest, null, null, settlement);
    }

    QuoteBill toQuote(String venueCode, PayBy payBy, long pointsOnCard) {
        long storedValue = payment() == Payment.BALANCE ? 0 : balancePartMinor();
        return new QuoteBill(
                venueCode,
                lines,
                cardNumber(),
                customerId(),
                payBy,
                storedValue,
                coupons(),
                usePoints() ? pointsOnCard : 0);
    }
}
