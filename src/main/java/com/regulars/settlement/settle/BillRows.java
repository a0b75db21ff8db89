package com.regulars.settlement.settle;

import com.regulars.settlement.SettledTender;
import com.regulars.settlement.quote.LineShares;
import com.regulars.settlement.quote.QuotedLine;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The lines and tenders of a bill as {@link BillWriter} hands them to its one statement. */
final class BillRows {

    private BillRows() {}

    record LineRow(
            int line,
            @Nullable String item,
            String name,
            long quantity,
            long unit,
            boolean discountable,
            long list,
            long payable,
            long member,
            long discount,
            long coupon,
            long points,
            long rounding) {}

    record TenderRow(
            int tender,
            String type,
            long amount,
            long change,
            @Nullable Long card,
            @Nullable Long principal,
            @Nullable Long bonus,
            @Nullable Long before,
            @Nullable Long after) {}

    static List<LineRow> lines(List<QuotedLine> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> row(i, lines.get(i)))
                .toList();
    }

    private static LineRow row(int index, QuotedLine line) {
        LineShares shares = line.shares();
        return new LineRow(
                index,
                line.item(),
                line.name(),
                line.quantity(),
                line.unitPriceMinor(),
                line.discountable(),
                line.listMinor(),
                line.payableMinor(),
                shares.memberPriceMinor(),
                shares.discountMinor(),
                shares.couponMinor(),
                shares.pointsMinor(),
                shares.roundingMinor());
    }

    static List<TenderRow> tenders(List<SettledTender> tenders) {
        return IntStream.range(0, tenders.size())
                .mapToObj(i -> row(i, tenders.get(i)))
                .toList();
    }

    private static TenderRow row(int index, SettledTender tender) {
        return new TenderRow(
                index,
                tender.type().name(),
                tender.amountMinor(),
                tender.changeMinor(),
                tender.cardId(),
                tender.principalMinor(),
                tender.bonusMinor(),
                tender.balanceBeforeMinor(),
                tender.balanceAfterMinor());
    }
}
