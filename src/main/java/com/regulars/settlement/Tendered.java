package com.regulars.settlement;

import com.regulars.card.BillCards.StoredValuePayment;
import com.regulars.card.BillCards.TenderTaken;
import com.regulars.card.CardSummary;
import com.regulars.card.StoredValueDrawn;
import com.regulars.ledger.TenderType;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import com.regulars.shared.Shares;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What was handed over for a bill, with the cards looked up. Only cash gives change. */
record Tendered(List<Payment> payments) {

    /** One tender and, for stored value, its card. */
    record Payment(BillTender tender, @Nullable CardSummary card) {

        boolean isFromCard() {
            return tender.type() == TenderType.STORED_VALUE;
        }

        long amountMinor() {
            return tender.amountMinor();
        }
    }

    /**
     * @param billCard the card of the bill, which stored value comes from unless a tender names another
     * @throws InvalidFieldException when stored value names no card, or a card twice
     */
    static Tendered of(
            List<BillTender> tenders, @Nullable CardSummary billCard, Function<String, CardSummary> cardByNumber) {
        Set<Long> seen = new HashSet<>();
        List<Payment> payments = new ArrayList<>();
        for (int i = 0; i < tenders.size(); i++) {
            BillTender tender = tenders.get(i);
            if (tender.type() == TenderType.ON_ACCOUNT) {
                throw new RefusedException("ON_ACCOUNT_NOT_POSSIBLE");
            }
            CardSummary card =
                    tender.type() == TenderType.STORED_VALUE ? card(i, tender, billCard, cardByNumber) : null;
            if (card != null && !seen.add(card.id())) {
                throw new InvalidFieldException("tenders[" + i + "].cardNumber", "cardTwice");
            }
            payments.add(new Payment(tender, card));
        }
        return new Tendered(List.copyOf(payments));
    }

    private static CardSummary card(
            int index, BillTender tender, @Nullable CardSummary billCard, Function<String, CardSummary> cardByNumber) {
        String number = tender.cardNumber();
        if (number != null) {
            return cardByNumber.apply(number);
        }
        if (billCard == null) {
            throw new InvalidFieldException("tenders[" + index + "].cardNumber", "required");
        }
        return billCard;
    }

    /** BALANCE when stored value pays the whole bill; what was quoted when nothing is tendered. */
    PayBy payBy(PayBy quoted) {
        if (payments.isEmpty()) {
            return quoted;
        }
        return payments.stream().allMatch(Payment::isFromCard) ? PayBy.BALANCE : PayBy.OTHER;
    }

    /** @throws RefusedException {@code TENDERS_DO_NOT_ADD_UP} unless they pay the bill, with change out of cash only */
    void requireToPay(long payableMinor, String payable) {
        long change = total() - payableMinor;
        long cash = payments.stream()
                .filter(payment -> payment.tender().type() == TenderType.CASH)
                .mapToLong(Payment::amountMinor)
                .sum();
        if (change < 0 || change > 0 && change >= cash) {
            throw new RefusedException("TENDERS_DO_NOT_ADD_UP", payable);
        }
    }

    private long total() {
        return payments.stream().mapToLong(Payment::amountMinor).sum();
    }

    /** Change per tender, out of cash, the last cash first. */
    long[] change(long payableMinor) {
        long[] change = new long[payments.size()];
        long left = total() - payableMinor;
        for (int i = payments.size() - 1; i >= 0; i--) {
            boolean cash = payments.get(i).tender().type() == TenderType.CASH;
            change[i] = cash ? Math.min(left, payments.get(i).amountMinor()) : 0;
            left -= change[i];
        }
        return change;
    }

    /** What the cards pay, with the list value each payment consumes. */
    List<StoredValuePayment> storedValue(Quote quote) {
        long[] net = net(quote.payableMinor());
        long[] list = Shares.split(quote.payableMinor() == 0 ? 0 : quote.listTotalMinor(), net);
        return IntStream.range(0, payments.size())
                .filter(i -> payments.get(i).isFromCard() && net[i] > 0)
                .mapToObj(i -> storedValue(payments.get(i), list[i]))
                .toList();
    }

    private static StoredValuePayment storedValue(Payment payment, long listMinor) {
        CardSummary card = java.util.Objects.requireNonNull(payment.card());
        return new StoredValuePayment(
                card.id(), payment.amountMinor(), listMinor, payment.tender().pin());
    }

    /** What every other means pays, change taken off. */
    List<TenderTaken> others(long payableMinor) {
        long[] net = net(payableMinor);
        return IntStream.range(0, payments.size())
                .filter(i -> !payments.get(i).isFromCard() && net[i] > 0)
                .mapToObj(i -> new TenderTaken(payments.get(i).tender().type(), net[i]))
                .toList();
    }

    private long[] net(long payableMinor) {
        long[] change = change(payableMinor);
        return IntStream.range(0, payments.size())
                .mapToLong(i -> payments.get(i).amountMinor() - change[i])
                .toArray();
    }

    /** The tenders as they were taken, given what the cards say they paid. */
    List<SettledTender> settled(long payableMinor, List<StoredValueDrawn> drawn) {
        long[] change = change(payableMinor);
        Iterator<StoredValueDrawn> inOrder = drawn.iterator();
        return IntStream.range(0, payments.size())
                .mapToObj(i -> settled(payments.get(i), change[i], inOrder))
                .toList();
    }

    private static SettledTender settled(Payment payment, long change, Iterator<StoredValueDrawn> drawn) {
        CardSummary card = payment.card();
        if (card == null) {
            return new SettledTender(
                    payment.tender().type(), payment.amountMinor(), change, null, null, null, null, null, null);
        }
        long balance = card.balanceMinor();
        StoredValueDrawn paid =
                payment.amountMinor() > 0 ? drawn.next() : new StoredValueDrawn(card.id(), 0, 0, 0, balance, balance);
        return new SettledTender(
                TenderType.STORED_VALUE,
                payment.amountMinor(),
                0,
                card.id(),
                card.number(),
                paid.principalMinor(),
                paid.bonusMinor(),
                paid.balanceBeforeMinor(),
                paid.balanceAfterMinor());
    }

    /** Holder of the first card that pays, to whom the visit is booked when nobody else is named. */
    Optional<Long> payingCustomer() {
        return payments.stream()
                .flatMap(payment -> Optional.ofNullable(payment.card()).stream())
                .map(CardSummary::customerId)
                .findFirst();
    }
}
