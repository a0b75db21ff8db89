package com.regulars.settlement.settle;

import com.regulars.card.CardDesk.PinCheck;
import com.regulars.card.CardSummary;
import com.regulars.ledger.Posted;
import com.regulars.ledger.TenderType;
import com.regulars.settlement.SettledTender;
import com.regulars.settlement.quote.PaidBy;
import com.regulars.settlement.quote.PayBy;
import com.regulars.settlement.quote.PricedBill;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was handed over for a bill, with the cards looked up. Only cash gives change. */
record Tendered(List<Handed> handed) {

    /** One tender and, for stored value, its card. */
    record Handed(BillTender tender, @Nullable CardSummary card) {

        boolean isFromCard() {
            return tender.type() == TenderType.STORED_VALUE;
        }

        long amountMinor() {
            return tender.amountMinor();
        }
    }

    /**
     * What one tender pays of the bill.
     *
     * @param cardId null unless it is stored value
     * @param netMinor change taken off
     * @param listMinor list value that stored value consumes, 0 for other money
     */
    record Payment(BillTender tender, @Nullable Long cardId, long netMinor, long listMinor) {}

    /**
     * A tender of nothing is as if it were not there.
     *
     * @param billCard the card of the bill, which stored value comes from unless a tender names another
     * @throws InvalidFieldException when stored value names no card, or a card twice
     */
    static Tendered of(
            List<BillTender> tenders, @Nullable CardSummary billCard, Function<String, CardSummary> cardByNumber) {
        Set<Long> seen = new HashSet<>();
        List<Handed> handed = new ArrayList<>();
        for (int i = 0; i < tenders.size(); i++) {
            BillTender tender = tenders.get(i);
            if (tender.amountMinor() == 0) {
                continue;
            }
            if (tender.type() == TenderType.ON_ACCOUNT) {
                throw new RefusedException("ON_ACCOUNT_NOT_POSSIBLE");
            }
            CardSummary card =
                    tender.type() == TenderType.STORED_VALUE ? card(i, tender, billCard, cardByNumber) : null;
            if (card != null && !seen.add(card.id())) {
                throw new InvalidFieldException("tenders[" + i + "].cardNumber", "cardTwice");
            }
            handed.add(new Handed(tender, card));
        }
        return new Tendered(List.copyOf(handed));
    }

    private static CardSummary card(
            int index, BillTender tender, @Nullable CardSummary billCard, Function<String, CardSummary> cardByNumber) {
        String number = tender.cardNumber();
        if (billCard != null && (number == null || number.equals(billCard.number()))) {
            return billCard;
        }
        if (number == null) {
            throw new InvalidFieldException("tenders[" + index + "].cardNumber", "required");
        }
        return cardByNumber.apply(number);
    }

    /** How the bill is paid: by what was quoted when nothing is tendered, else by how much of it is stored value. */
    PaidBy paidBy(PayBy quoted, @Nullable CardSummary billCard) {
        if (handed.isEmpty()) {
            return new PaidBy(quoted, 0, false);
        }
        long storedValue = fromCards().mapToLong(Handed::amountMinor).sum();
        return new PaidBy(PayBy.OTHER, storedValue, billCard != null && paysAnotherProgramme(billCard));
    }

    private boolean paysAnotherProgramme(CardSummary billCard) {
        return fromCards()
                .map(Handed::card)
                .anyMatch(card -> card != null && !card.programmeCode().equals(billCard.programmeCode()));
    }

    private Stream<Handed> fromCards() {
        return handed.stream().filter(Handed::isFromCard);
    }

    /** @throws RefusedException {@code TENDERS_DO_NOT_ADD_UP} unless they pay the bill, with change out of cash only */
    void requireToPay(long payableMinor, String payable) {
        long change = total() - payableMinor;
        long cash = handed.stream()
                .filter(each -> each.tender().type() == TenderType.CASH)
                .mapToLong(Handed::amountMinor)
                .sum();
        if (change < 0 || change > 0 && change >= cash) {
            throw new RefusedException("TENDERS_DO_NOT_ADD_UP", payable);
        }
    }

    private long total() {
        return handed.stream().mapToLong(Handed::amountMinor).sum();
    }

    /** Change per tender, out of cash, the last cash first. */
    long[] change(long payableMinor) {
        long[] change = new long[handed.size()];
        long left = total() - payableMinor;
        for (int i = handed.size() - 1; i >= 0; i--) {
            boolean cash = handed.get(i).tender().type() == TenderType.CASH;
            change[i] = cash ? Math.min(left, handed.get(i).amountMinor()) : 0;
            left -= change[i];
        }
        return change;
    }

    /** What each tender pays of the bill, those that pay nothing left out. */
    List<Payment> paying(PricedBill bill) {
        long[] change = change(bill.quote().payableMinor());
        List<Payment> payments = new ArrayList<>();
        for (int i = 0; i < change.length; i++) {
            Handed each = handed.get(i);
            CardSummary card = each.card();
            long net = each.amountMinor() - change[i];
            if (card != null) {
                payments.add(new Payment(each.tender(), card.id(), net, bill.listValueOf(net)));
            } else if (net > 0) {
                payments.add(new Payment(each.tender(), null, net, 0));
            }
        }
        return payments;
    }

    /** The cards that pay, each with the PIN that was typed for it. */
    List<PinCheck> pinChecks() {
        return fromCards()
                .map(each -> new PinCheck(
                        Objects.requireNonNull(each.card()).id(),
                        each.amountMinor(),
                        each.tender().pin()))
                .toList();
    }

    /** Cards that stored value comes from. */
    List<Long> cardIds() {
        return pinChecks().stream().map(PinCheck::cardId).toList();
    }

    /** The tenders as they were taken, given what the cards say they paid. */
    List<SettledTender> settled(long payableMinor, List<Posted.Moved> drawn) {
        long[] change = change(payableMinor);
        Iterator<Posted.Moved> inOrder = drawn.iterator();
        return IntStream.range(0, handed.size())
                .mapToObj(i -> settled(handed.get(i), change[i], inOrder))
                .toList();
    }

    private static SettledTender settled(Handed handed, long change, Iterator<Posted.Moved> drawn) {
        CardSummary card = handed.card();
        if (card == null) {
            return new SettledTender(
                    handed.tender().type(), handed.amountMinor(), change, null, null, null, null, null, null);
        }
        Posted.Moved paid = drawn.next();
        return new SettledTender(
                TenderType.STORED_VALUE,
                handed.amountMinor(),
                0,
                card.id(),
                card.number(),
                paid.amount(),
                paid.bonus(),
                paid.balanceBefore(),
                paid.balanceAfter());
    }

    /** Holder of the first card that pays, to whom the visit is booked when nobody else is named. */
    Optional<Long> payingCustomer() {
        return handed.stream()
                .flatMap(each -> Optional.ofNullable(each.card()).stream())
                .map(CardSummary::customerId)
                .findFirst();
    }
}
