package com.regulars.demo;

import com.regulars.card.CardSummary;
import com.regulars.ledger.TenderType;
import com.regulars.request.IdempotencyKey;
import com.regulars.settlement.quote.BillLine;
import com.regulars.settlement.quote.PayBy;
import com.regulars.settlement.quote.Quote;
import com.regulars.settlement.quote.QuoteBill;
import com.regulars.settlement.quote.Quoting;
import com.regulars.settlement.settle.BillSettlement;
import com.regulars.settlement.settle.BillTender;
import com.regulars.settlement.settle.SettleBill;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Prices and settles the bills of sample guests as a cashier would: from the balance when it suffices. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoBills {

    private static final long POINTS_WORTH_REDEEMING = 800;
    private static final long NOTE_MINOR = 10_000;

    private final Quoting quoting;
    private final BillSettlement settlement;

    /** A bill to pay: whose, where, what. */
    record Bill(
            String number,
            long customerId,
            String venueCode,
            List<BillLine> lines,
            @Nullable CardSummary card) {}

    /** What the bill costs when the balance pays it. */
    long costFromBalance(Bill bill) {
        return quoting.quote(asked(bill, PayBy.BALANCE, 0)).payableMinor();
    }

    void settle(Bill bill, Dice dice) {
        CardSummary card = bill.card();
        long points = pointsToRedeem(card, dice);
        Optional<Quote> fromBalance = fromBalance(bill, points);
        QuoteBill asked = asked(bill, fromBalance.isPresent() ? PayBy.BALANCE : PayBy.OTHER, points);
        Quote quote = fromBalance.orElseGet(() -> quoting.quote(asked));
        var command = new SettleBill(
                asked,
                bill.number(),
                quote.payableMinor(),
                List.of(tender(quote.payableMinor(), fromBalance.isPresent() ? card : null, dice)),
                List.of(),
                null);
        settlement.settle(command, new IdempotencyKey("demo-" + bill.number()));
    }

    private static long pointsToRedeem(@Nullable CardSummary card, Dice dice) {
        if (card == null || card.points() < POINTS_WORTH_REDEEMING || !dice.happens(0.3)) {
            return 0;
        }
        return card.points() / 100 * 100;
    }

    /** The price from the balance, when the balance covers it. */
    private Optional<Quote> fromBalance(Bill bill, long points) {
        CardSummary card = bill.card();
        if (card == null || card.balanceMinor() == 0) {
            return Optional.empty();
        }
        Quote quote = quoting.quote(asked(bill, PayBy.BALANCE, points));
        return quote.payableMinor() <= card.balanceMinor() ? Optional.of(quote) : Optional.empty();
    }

    private static BillTender tender(long payableMinor, @Nullable CardSummary card, Dice dice) {
        if (card != null) {
            String pin = card.hasPin() ? DemoCardDesk.PIN : null;
            return new BillTender(TenderType.STORED_VALUE, payableMinor, card.number(), pin);
        }
        TenderType type = DemoCardDesk.tender(dice);
        long handed =
                type == TenderType.CASH ? (payableMinor + NOTE_MINOR - 1) / NOTE_MINOR * NOTE_MINOR : payableMinor;
        return BillTender.of(type, handed);
    }

    private static QuoteBill asked(Bill bill, PayBy payBy, long points) {
        CardSummary card = bill.card();
        return new QuoteBill(
                bill.venueCode(),
                bill.lines(),
                card == null ? null : card.number(),
                bill.customerId(),
                payBy,
                0,
                List.of(),
                points);
    }
}
