package com.regulars.settlement.till;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param coupons codes; drafts of release 0.1 have none
 * @param dropped who was on the bill until a moment ago
 * @param cleared what was on the bill until it was cleared; drafts of release 0.1 have none
 */
@StoredShape("bill-draft/1")
record StoredDraft(
        @Nullable String requestId,
        @Nullable String billNumber,
        long changes,
        @Nullable List<Line> lines,
        @Nullable Long customerId,
        @Nullable String cardNumber,
        @Nullable String payment,
        long balancePartMinor,
        boolean usePoints,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> coupons,

        @Nullable Dropped dropped,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Cleared cleared,
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

    /** A guest who was taken off the bill, with the way he was going to pay. */
    record Dropped(
            @Nullable Long customerId,
            @Nullable String cardNumber,
            @Nullable String payment,
            long balancePartMinor,
            boolean usePoints,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<String> coupons) {

        static Dropped of(PayingGuest guest) {
            return new Dropped(
                    guest.customerId(),
                    guest.cardNumber(),
                    guest.payment().name(),
                    guest.balancePartMinor(),
                    guest.usePoints(),
                    noneAsNull(guest.coupons()));
        }

        PayingGuest toGuest() {
            return new PayingGuest(
                    customerId, cardNumber, paymentOf(payment), balancePartMinor, usePoints, codes(coupons));
        }
    }

    /** A bill that was cleared, with whose it was. */
    record Cleared(@Nullable List<Line> lines, @Nullable Dropped guest) {

        static Cleared of(BillDraft.Cleared cleared) {
            return new Cleared(cleared.lines().stream().map(Line::of).toList(), Dropped.of(cleared.guest()));
        }

        BillDraft.Cleared toCleared() {
            return new BillDraft.Cleared(linesOf(lines), guest == null ? PayingGuest.WALK_IN : guest.toGuest());
        }
    }

    static StoredDraft of(BillDraft draft) {
        PayingGuest guest = draft.guest();
        PayingGuest dropped = draft.dropped();
        BillDraft.Cleared cleared = draft.cleared();
        return new StoredDraft(
                draft.requestId(),
                draft.billNumber(),
                draft.changes(),
                draft.lines().stream().map(Line::of).toList(),
                guest.customerId(),
                guest.cardNumber(),
                guest.payment().name(),
                guest.balancePartMinor(),
                guest.usePoints(),
                noneAsNull(guest.coupons()),
                dropped == null ? null : Dropped.of(dropped),
                cleared == null ? null : Cleared.of(cleared),
                draft.settlementId());
    }

    BillDraft toDraft() {
        return new BillDraft(
                Objects.requireNonNullElseGet(requestId, () -> "till-" + UUID.randomUUID()),
                Objects.requireNonNullElse(billNumber, ""),
                changes,
                linesOf(lines),
                new PayingGuest(
                        customerId, cardNumber, paymentOf(payment), balancePartMinor, usePoints, codes(coupons)),
                dropped == null ? null : dropped.toGuest(),
                cleared == null ? null : cleared.toCleared(),
                settlementId);
    }

    private static List<BillLine> linesOf(@Nullable List<Line> lines) {
        return Objects.requireNonNullElse(lines, List.<Line>of()).stream()
                .map(Line::toLine)
                .toList();
    }

    private static @Nullable List<String> noneAsNull(List<String> coupons) {
        return coupons.isEmpty() ? null : coupons;
    }

    private static List<String> codes(@Nullable List<String> coupons) {
        return Objects.requireNonNullElse(coupons, List.of());
    }

    private static Payment paymentOf(@Nullable String name) {
        return Arrays.stream(Payment.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(Payment.CASH);
    }
}
