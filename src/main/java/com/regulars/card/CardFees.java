package com.regulars.card;

import com.regulars.card.programme.ProgrammeSummary;
import com.regulars.card.programme.ProgrammeTerms.MemberPrice;
import com.regulars.ledger.AccountKind;
import com.regulars.ledger.Ledger;
import com.regulars.ledger.LockedAccounts;
import com.regulars.ledger.Movement.House;
import com.regulars.ledger.NewPosting;
import com.regulars.ledger.PostingKind;
import com.regulars.ledger.ReceiptNumbers;
import com.regulars.ledger.TenderType;
import com.regulars.shift.Shift;
import com.regulars.shift.Shifts;
import com.regulars.venue.Venue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the fee of a paid programme. */
@Component
@RequiredArgsConstructor
class CardFees {

    private final Ledger ledger;
    private final Shifts shifts;
    private final ReceiptNumbers receiptNumbers;

    /** A fee that was paid. */
    record Paid(long amountMinor, TenderType tender, long postingId, String receiptNumber) {}

    static long of(ProgrammeSummary programme) {
        return Optional.ofNullable(programme.terms().memberPrice())
                .map(MemberPrice::feeMinor)
                .orElse(0L);
    }

    /** @return null when the programme has no fee */
    @Nullable
    Paid pay(ProgrammeSummary programme, Venue venue, LocalDate businessDate, IssueCard command) {
        long fee = of(programme);
        TenderType tender = command.feeTender();
        if (fee == 0 || tender == null) {
            return null;
        }
        Shift shift = shifts.forMoney(venue.id(), command.shiftId());
        String receipt = receiptNumbers.next(venue.id(), shift.till());
        var posted = ledger.post(
                new NewPosting(
                        PostingKind.CARD_FEE,
                        receipt,
                        venue.id(),
                        businessDate,
                        shift.id(),
                        null,
                        List.of(new House(AccountKind.of(tender), -fee), new House(AccountKind.CARD_FEES, fee))),
                LockedAccounts.none());
        return new Paid(fee, tender, posted.id(), receipt);
    }
}
