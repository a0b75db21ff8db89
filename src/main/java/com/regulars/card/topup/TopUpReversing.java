package com.regulars.card.topup;

import static com.regulars.access.Permission.CARD_TOP_UP;
import static com.regulars.access.Permission.TOP_UP_REFUND;

import com.regulars.access.Actor;
import com.regulars.access.Requires;
import com.regulars.card.CardDesk;
import com.regulars.card.CardsInUse;
import com.regulars.card.FourEyes;
import com.regulars.card.statement.Explained;
import com.regulars.card.statement.Explained.Amount;
import com.regulars.card.topup.TopUpReversals.Reversal;
import com.regulars.ledger.AccountKind;
import com.regulars.ledger.Ledger;
import com.regulars.ledger.Movement;
import com.regulars.ledger.Movement.EmptyLot;
import com.regulars.ledger.Movement.House;
import com.regulars.ledger.NewPosting;
import com.regulars.ledger.PostingKind;
import com.regulars.ledger.TenderType;
import com.regulars.ledger.ValueLot;
import com.regulars.shared.RefusedException;
import com.regulars.shift.Shift;
import com.regulars.shift.Shifts;
import com.regulars.venue.Venues;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pays top-ups out again (退款) and takes back those that were a mistake (撤销, R4.10). A card that was replaced since is
 * followed to the one that holds the value now; a frozen or lost one pays out all the same.
 */
@Service
@RequiredArgsConstructor
@Transactional
public class TopUpReversing {

    private final TopUpQueries topUps;
    private final TopUpReversals reversals;
    private final CardDesk desk;
    private final Ledger ledger;
    private final Shifts shifts;
    private final Venues venues;
    private final FourEyes fourEyes;

    /**
     * Pays out what the rule of the cause says, and empties the lot.
     *
     * @throws RefusedException {@code REFUND_TOO_LARGE} when nothing is left of it, what {@link TenderType#requireToPayDown}
     *     refuses, {@code SHIFT_CLOSED}
     */
    @Requires(TOP_UP_REFUND)
    public ReversedTopUp refund(RefundTopUp command) {
        return refund(command, null);
    }

    /**
     * The same by somebody who may not do that alone.
     *
     * @param approver the second person who allows it
     * @throws RefusedException also {@code APPROVER_MAY_NOT} when the approver may not either or is nobody else
     */
    @Requires(CARD_TOP_UP)
    public ReversedTopUp refundApproved(RefundTopUp command, Actor approver) {
        approved(command.topUpId(), approver);
        return refund(command, approver);
    }

    private ReversedTopUp refund(RefundTopUp command, @Nullable Actor approver) {
        command.tender().requireToPayDown();
        TopUpSlip topUp = topUps.get(command.topUpId());
        Shift shift = shifts.forMoney(topUp.venueId(), command.shiftId());
        CardsInUse inUse = desk.takeForRefund(List.of(topUp.cardId()));
        ValueLot lot = ledger.valueLot(topUp.postingId());
        TopUpReckoning reckoning = TopUpReckoning.of(command.cause(), lot, reversals.before(topUp.id()));
        if (reckoning.isEmpty()) {
            throw new RefusedException("REFUND_TOO_LARGE");
        }
        return post(
                new Reversal(ReversalKind.REFUND, command.cause(), topUp, shift, command.tender(), reckoning, approver),
                lot,
                inUse);
    }

    /**
     * Takes a top-up back whole, to the means of payment it came by.
     *
     * @throws RefusedException {@code TOP_UP_USED} when something of it was spent or it was paid out, {@code SHIFT_CLOSED}
     *     when its shift is over: then it is refunded
     */
    @Requires(TOP_UP_REFUND)
    public ReversedTopUp takeBack(long topUpId) {
        return takeBack(topUpId, null);
    }

    /**
     * The same by somebody who may not do that alone.
     *
     * @param approver the second person who allows it
     */
    @Requires(CARD_TOP_UP)
    public ReversedTopUp takeBackApproved(long topUpId, Actor approver) {
        approved(topUpId, approver);
        return takeBack(topUpId, approver);
    }

    private ReversedTopUp takeBack(long topUpId, @Nullable Actor approver) {
        TopUpSlip topUp = topUps.get(topUpId);
        Shift shift = shifts.forMoney(topUp.venueId(), String.valueOf(topUp.shiftId()));
        CardsInUse inUse = desk.takeForRefund(List.of(topUp.cardId()));
        ValueLot lot = ledger.valueLot(topUp.postingId());
        if (!lot.isUntouched()) {
            throw new RefusedException("TOP_UP_USED");
        }
        return post(
                new Reversal(
                        ReversalKind.VOID, null, topUp, shift, topUp.tender(), TopUpReckoning.whole(lot), approver),
                lot,
                inUse);
    }

    private void approved(long topUpId, Actor approver) {
        fourEyes.require(
                approver,
                TOP_UP_REFUND,
                "card.topUpReversalApproved",
                topUps.get(topUpId).cardId());
    }

    private ReversedTopUp post(Reversal reversal, ValueLot lot, CardsInUse inUse) {
        long holder = inUse.holderNow(reversal.topUp().cardId());
        TopUpSlip topUp = reversal.topUp();
        var posted = ledger.post(
                new NewPosting(
                        reversal.kind() == ReversalKind.VOID ? PostingKind.TOP_UP_VOID : PostingKind.TOP_UP_REFUND,
                        topUp.receiptNumber(),
                        topUp.venueId(),
                        venues.businessDate(venues.get(topUp.venueId())),
                        reversal.shift().id(),
                        null,
                        reversal.kind() == ReversalKind.VOID ? topUp.postingId() : null,
                        movements(reversal, lot, holder)),
                inUse.accounts());
        return reversals.insert(reversal, holder, posted);
    }

    private static List<Movement> movements(Reversal reversal, ValueLot lot, long holder) {
        TopUpReckoning reckoning = reversal.reckoning();
        List<Movement> movements = new ArrayList<>();
        movements.add(new EmptyLot(
                holder,
                lot.originId(),
                Explained.as(
                        reversal.kind() == ReversalKind.VOID ? "topUpVoided" : "topUpRefunded",
                        reversal.topUp().receiptNumber(),
                        new Amount(reckoning.refundMinor()),
                        new Amount(reckoning.bonusCancelledMinor()))));
        house(movements, AccountKind.of(reversal.tender()), reckoning.refundMinor());
        house(movements, AccountKind.SALES, reckoning.principalKeptMinor());
        house(movements, AccountKind.BONUS_EXPENSE, reckoning.bonusCancelledMinor());
        return movements;
    }

    private static void house(List<Movement> movements, AccountKind account, long amount) {
        if (amount != 0) {
            movements.add(new House(account, amount));
        }
    }
}
