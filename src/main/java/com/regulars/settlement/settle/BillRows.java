package com.regulars.settlement.settle;

import com.regulars.settlement.SettledTender;
import com.regulars.settlement.quote.LineShares;
import com.regulars.settlement.quote.QuotedLine;
import com.regulars.shared.database.SqlRows;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines and tenders of a bill as {@link BillWriter} hands them to its one statement, column by column. */
final class BillRows {

    private BillRows() {}

    static String lines(int count) {
        return SqlRows.of(
                count, "int", "text", "text", "bigint", "bigint", "boolean", "bigint", "bigint", "bigint", "bigint",
                "bigint", "bigint", "bigint");
    }

    static void lines(List<@Nullable Object> params, List<QuotedLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            QuotedLine line = lines.get(i);
            LineShares shares = line.shares();
            Collections.addAll(
                    params,
                    i,
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
    }

    static String tenders(int count) {
        return SqlRows.of(count, "int", "text", "bigint", "bigint", "bigint", "bigint", "bigint", "bigint", "bigint");
    }

    static void tenders(List<@Nullable Object> params, List<SettledTender> tenders) {
        for (int i = 0; i < tenders.size(); i++) {
            SettledTender tender = tenders.get(i);
            Collections.addAll(
                    params,
                    i,
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
}
