package com.regulars.settlement.report;

import com.regulars.ledger.PostingKind;
import com.regulars.ledger.TenderType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The report of a shift for other systems. */
record ReportAnswer(
        String id,
        String venueCode,
        String till,
        String status,
        LocalDate businessDate,
        Instant openedAt,
        @Nullable Instant closedAt,
        Amount bills,
        Map<String, Amount> takings,
        ByTender topUps,
        long bonusGrantedMinor,
        ByTender cardFees,
        long redeemedPrincipalMinor,
        long redeemedBonusMinor,
        ByTender refunds,
        Map<String, Amount> discountsByRule,
        long floatMinor,
        long cashInMinor,
        long cashOutMinor,
        @Nullable Long expectedCashMinor,
        @Nullable Long countedCashMinor,
        @Nullable Long differenceMinor) {

    /** An amount with its parts; all are positive. */
    record ByTender(long count, long amountMinor, Map<String, Amount> byTender) {

        static ByTender of(Amount total, Map<TenderType, Amount> parts) {
            return new ByTender(total.count(), total.amountMinor(), named(parts));
        }
    }

    static ReportAnswer of(ShiftReport report) {
        Figures figures = report.figures();
        var paid = figures.storedValue(PostingKind.BILL);
        return new ReportAnswer(
                String.valueOf(report.shift().id()),
                report.venue().code(),
                report.shift().till(),
                report.shift().isOpen() ? "OPEN" : "CLOSED",
                report.shift().businessDate(),
                report.shift().openedAt(),
                report.shift().closedAt(),
                figures.bills(),
                takings(report),
                ByTender.of(figures.topUps(), figures.byTender(PostingKind.TOP_UP)),
                figures.bonusGrantedMinor(),
                ByTender.of(figures.cardFees(), figures.byTender(PostingKind.CARD_FEE)),
                paid.principalMinor(),
                paid.bonusMinor(),
                ByTender.of(figures.refunds(), positive(figures.byTender(PostingKind.BILL_REFUND))),
                rules(figures),
                report.shift().floatMinor(),
                report.details().cashInMinor(),
                report.details().cashOutMinor(),
                report.expectedCashMinor(),
                report.countedCashMinor(),
                report.differenceMinor());
    }

    /** Also what nobody paid with; only the cash that is still to be counted is left out. */
    private static Map<String, Amount> takings(ShiftReport report) {
        Map<String, Amount> takings = new TreeMap<>();
        for (TenderType tender : TenderType.values()) {
            if (tender != TenderType.CASH || !report.blind()) {
                takings.put(tender.name(), report.figures().of(PostingKind.BILL, tender));
            }
        }
        return takings;
    }

    private static Map<TenderType, Amount> positive(Map<TenderType, Amount> amounts) {
        Map<TenderType, Amount> positive = new TreeMap<>();
        amounts.forEach((tender, amount) -> positive.put(tender, new Amount(amount.count(), -amount.amountMinor())));
        return positive;
    }

    private static Map<String, Amount> named(Map<TenderType, Amount> amounts) {
        Map<String, Amount> named = new TreeMap<>();
        amounts.forEach((tender, amount) -> named.put(tender.name(), amount));
        return named;
    }

    private static Map<String, Amount> rules(Figures figures) {
        Map<String, Amount> named = new TreeMap<>();
        figures.discounts().forEach((rule, amount) -> named.put(rule.name(), amount));
        return named;
    }
}
