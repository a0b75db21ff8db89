package com.regulars.settlement.web;

import com.regulars.ledger.TenderType;
import com.regulars.settlement.refund.RefundedBill;
import java.util.List;
import org.jspecify.annotations.Nullable;

record RefundAnswer(
        String id,
        String settlementId,
        long refundMinor,
        List<Tender> tenders,
        long pointsClawedBack,
        long pointsReturned) {

    record Tender(
            TenderType type,
            long amountMinor,
            @Nullable String cardNumber,
            @Nullable Long principalMinor,
            @Nullable Long bonusMinor,
            @Nullable Long balanceBeforeMinor,
            @Nullable Long balanceAfterMinor) {

        static Tender of(RefundedBill.Back back) {
            return new Tender(
                    back.type(),
                    back.amountMinor(),
                    back.cardNumber(),
                    back.principalMinor(),
                    back.bonusMinor(),
                    back.balanceBeforeMinor(),
                    back.balanceAfterMinor());
        }
    }

    static RefundAnswer of(RefundedBill refund) {
        return new RefundAnswer(
                String.valueOf(refund.id()),
                String.valueOf(refund.settlementId()),
                refund.refundMinor(),
                refund.tenders().stream().map(Tender::of).toList(),
                refund.pointsClawedBack(),
                refund.pointsReturned());
    }
}
