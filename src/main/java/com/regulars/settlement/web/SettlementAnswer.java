package com.regulars.settlement.web;

import com.regulars.ledger.TenderType;
import com.regulars.settlement.SettledBill;
import com.regulars.settlement.SettledTender;
import com.regulars.settlement.SettlementTexts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

record SettlementAnswer(
        String id,
        String receiptNumber,
        String billNumber,
        LocalDate businessDate,
        Instant settledAt,
        @Nullable String customerId,
        long payableMinor,
        long pointsEarned,
        long pointsRedeemed,
        List<Tender> tenders,
        QuoteAnswer quote) {

    record Tender(
            TenderType type,
            long amountMinor,
            @Nullable String cardNumber,
            @Nullable Long principalMinor,
            @Nullable Long bonusMinor,
            @Nullable Long balanceBeforeMinor,
            @Nullable Long balanceAfterMinor,
            long changeMinor) {

        static Tender of(SettledTender tender) {
            return new Tender(
                    tender.type(),
                    tender.amountMinor(),
                    tender.cardNumber(),
                    tender.principalMinor(),
                    tender.bonusMinor(),
                    tender.balanceBeforeMinor(),
                    tender.balanceAfterMinor(),
                    tender.changeMinor());
        }
    }

    static SettlementAnswer of(SettledBill bill, SettlementTexts texts, Locale language) {
        return new SettlementAnswer(
                String.valueOf(bill.id()),
                bill.receiptNumber(),
                bill.billNumber(),
                bill.businessDate(),
                bill.settledAt(),
                bill.customerId() == null ? null : String.valueOf(bill.customerId()),
                bill.payableMinor(),
                bill.pointsEarned(),
                bill.pointsRedeemed(),
                bill.tenders().stream().map(Tender::of).toList(),
                QuoteAnswer.of(bill.quote(), texts, language));
    }
}
