package com.regulars.settlement.till;

import com.regulars.settlement.quote.BillLine;
import com.regulars.shared.stored.StoredShape;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The open bill of a till as it is kept, in its first shape.
 *
 * @param payment name of a {@link Payment}; one that is no longer known counts as cash
 */
@StoredShape("bill-draft/1")
record StoredDraft(
        @Nullable String requestId,
        @Nullable String billNumber,
        @Nullable List<Line> lines,
        @Nullable Long customerId,
        @Nullable String cardNumber,
        @Nullable String payment,
        long balancePartMinor,
        boolean usePoints,
        @Nullable Long settlementId) {

    /** One line. */
    record Line(
            @Nullable String item,
            @Nullable String name,
            long quantity,
            long unitPriceMinor,
            @Nullable Long memberUnitPriceMinor,
            boolean discountable) {

        static Line of(BillLine line) {
            return new Line(
                    line.item(),
                    line.name(),
                    line.quantity(),
                    line.unitPriceMinor(),
                    line.memberUnitPriceMinor(),
                    line.discountable());
        }

        BillLine toLine() {
            return new BillLine(
                    item,
                    Objects.requireNonNullElse(name, ""),
                    Math.max(1, quantity),
                    unitPriceMinor,
                    memberUnitPriceMinor,
                    discountable);
        }
    }

    static StoredDraft of(BillDraft draft) {
        return new StoredDraft(
                draft.requestId(),
                draft.billNumber(),
                draft.lines().stream().map(Line::of).toList(),
                draft.customerId(),
                draft.cardNumber(),
                draft.payment().name(),
                draft.balancePartMinor(),
                draft.usePoints(),
                draft.settlementId());
    }

    BillDraft toDraft() {
        return new BillDraft(
                Objects.requireNonNullElseGet(requestId, () -> "till-" + UUID.randomUUID()),
                Objects.requireNonNullElse(billNumber, ""),
                Objects.requireNonNullElse(lines, List.<Line>of()).stream()
                        .map(Line::toLine)
                        .toList(),
                customerId,
                cardNumber,
                Arrays.stream(Payment.values())
                        .filter(known -> known.name().equals(payment))
                        .findFirst()
                        .orElse(Payment.CASH),
                balancePartMinor,
                usePoints,
                settlementId);
    }
}
