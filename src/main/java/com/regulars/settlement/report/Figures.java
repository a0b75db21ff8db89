package com.regulars.settlement.report;

import com.regulars.ledger.PostingKind;
import com.regulars.ledger.TenderType;
import com.regulars.settlement.quote.QuoteStep;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the books and the bills say about a stretch of work. Money that came in is positive, money that went back negative;
 * stored value that paid for a bill is positive.
 *
 * @param moved what each means of payment did, by what it was done for
 * @param bills how many bills, and what they came to
 * @param refunds how many refunds, and what went back, as a positive amount
 */
public record Figures(
        List<Moved> moved,
        Amount bills,
        long listTotalMinor,
        Map<QuoteStep.Rule, Amount> discounts,
        Amount refunds,
        long pointsEarned,
        long pointsRedeemed) {

    /**
     * What one means of payment did for one kind of business fact.
     *
     * @param count how many facts
     * @param principalMinor of stored value, what came from or went to the principal
     */
    public record Moved(
            PostingKind kind, TenderType tender, long count, long minor, long principalMinor, long bonusMinor) {

        Amount amount() {
            return new Amount(count, minor);
        }
    }

    public Figures {
        moved = List.copyOf(moved);
        discounts = Map.copyOf(discounts);
    }

    /** What bills were paid with, change taken off, what went back not taken off. */
    public Map<TenderType, Amount> takings() {
        return byTender(PostingKind.BILL);
    }

    /** Without what a tender never did; stored value only where it was paid with. */
    public Map<TenderType, Amount> byTender(PostingKind kind) {
        Map<TenderType, Amount> amounts = new EnumMap<>(TenderType.class);
        moved.stream()
                .filter(each -> each.kind() == kind && (kind != PostingKind.TOP_UP || isMoney(each.tender())))
                .forEach(each -> amounts.put(each.tender(), each.amount()));
        return amounts;
    }

    /** What one tender did for one kind. */
    public Amount of(PostingKind kind, TenderType tender) {
        return byTender(kind).getOrDefault(tender, Amount.NONE);
    }

    /** What money came in for top-ups; the bonus is not money. */
    public Amount topUps() {
        return sum(byTender(PostingKind.TOP_UP).values());
    }

    public Amount cardFees() {
        return sum(byTender(PostingKind.CARD_FEE).values());
    }

    public long bonusGrantedMinor() {
        return -storedValue(PostingKind.TOP_UP).bonusMinor();
    }

    /** What stored value did for a kind: positive when it left the cards. */
    public Moved storedValue(PostingKind kind) {
        return moved.stream()
                .filter(each -> each.kind() == kind && each.tender() == TenderType.STORED_VALUE)
                .findFirst()
                .orElse(new Moved(kind, TenderType.STORED_VALUE, 0, 0, 0, 0));
    }

    /** The means of payment that brought money in or gave it back, in their fixed order. */
    public List<TenderType> tenders() {
        return Arrays.stream(TenderType.values())
                .filter(Figures::isMoney)
                .filter(tender -> moved.stream().anyMatch(each -> each.tender() == tender))
                .toList();
    }

    /** What one means of payment brought in all, refunds taken off. */
    public long broughtMinor(TenderType tender) {
        return moved.stream()
                .filter(each -> each.tender() == tender)
                .mapToLong(Moved::minor)
                .sum();
    }

    /** What one means of payment did for anything that has no column of its own. */
    public long otherwiseMinor(TenderType tender) {
        return moved.stream()
                .filter(each -> each.tender() == tender && !COLUMNS.contains(each.kind()))
                .mapToLong(Moved::minor)
                .sum();
    }

    /** Whether anything was done that has no column of its own. */
    public boolean hasOther() {
        return tenders().stream().anyMatch(tender -> otherwiseMinor(tender) != 0);
    }

    /** All money that came in, refunds taken off: neither stored value nor what is owed. */
    public long receivedMinor() {
        return tenders().stream()
                .filter(tender -> tender != TenderType.ON_ACCOUNT)
                .mapToLong(this::broughtMinor)
                .sum();
    }

    public Amount discount(QuoteStep.Rule rule) {
        return discounts.getOrDefault(rule, Amount.NONE);
    }

    /** What was given away in all; rounding is no gift. */
    public long givenAwayMinor() {
        return discounts.entrySet().stream()
                .filter(each -> each.getKey() != QuoteStep.Rule.ROUNDING)
                .mapToLong(each -> each.getValue().amountMinor())
                .sum();
    }

    /** The same for whoever still has to count the cash: without it, and without any total it could be told from. */
    Figures withoutCash() {
        List<Moved> others =
                moved.stream().filter(each -> each.tender() != TenderType.CASH).toList();
        return new Figures(
                others,
                new Amount(bills.count(), sum(others, PostingKind.BILL)),
                0,
                Map.of(),
                new Amount(refunds.count(), -sum(others, PostingKind.BILL_REFUND)),
                pointsEarned,
                pointsRedeemed);
    }

    private static long sum(List<Moved> moved, PostingKind kind) {
        return moved.stream()
                .filter(each -> each.kind() == kind)
                .mapToLong(Moved::minor)
                .sum();
    }

    private static final List<PostingKind> COLUMNS =
            List.of(PostingKind.BILL, PostingKind.TOP_UP, PostingKind.CARD_FEE, PostingKind.BILL_REFUND);

    private static boolean isMoney(TenderType tender) {
        return tender != TenderType.STORED_VALUE;
    }

    private static Amount sum(Collection<Amount> amounts) {
        return amounts.stream().reduce(Amount.NONE, Amount::plus);
    }
}
