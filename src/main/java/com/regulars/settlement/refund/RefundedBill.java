package com.regulars.settlement.refund;

import com.regulars.ledger.TenderType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refund that was paid out.
 *
 * @param pointsClawedBack points the bill had earned and that were taken again, down to zero at most
 * @param pointsReturned points the guest had paid with and has back
 */
public record RefundedBill(
        long id,
        long settlementId,
        Instant refundedAt,
        String refundedBy,
        String reason,
        long refundMinor,
        long pointsClawedBack,
        long pointsReturned,
        List<Back> tenders) {

    public RefundedBill {
        tenders = List.copyOf(tenders);
    }

    /** What went back by one means of payment; principal, bonus and balances for stored value only. */
    public record Back(
            TenderType type,
            long amountMinor,
            @Nullable Long cardId,
            @Nullable String cardNumber,
            @Nullable Long principalMinor,
            @Nullable Long bonusMinor,
            @Nullable Long balanceBeforeMinor,
            @Nullable Long balanceAfterMinor) {}
}
