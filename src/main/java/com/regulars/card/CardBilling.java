package com.regulars.card;

import static com.regulars.access.Permission.BILL_REFUND;
import static com.regulars.access.Permission.BILL_SETTLE;

import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.card.BillCards.PointsMovement;
import com.regulars.card.BillCards.StoredValuePayment;
import com.regulars.ledger.Ledger;
import com.regulars.ledger.LockedAccounts;
import com.regulars.ledger.NewPosting;
import com.regulars.ledger.Posted;
import com.regulars.ledger.PostingKind;
import com.regulars.shared.RefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pays bills from cards and refunds them, in the caller's transaction, with one posting for the whole bill. All accounts
 * of all cards are locked first, in one order; only then is anything about the cards believed.
 */
@Slf4j
@Service
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class CardBilling {

    private final Ledger ledger;
    private final CardStore cards;
    private final CardPins pins;
    private final AuditLog auditLog;

    /**
     * Takes what a bill costs.
     *
     * @throws RefusedException {@code CARD_NOT_ACTIVE}, {@code PIN_REQUIRED}, {@code PIN_WRONG}, {@code PIN_LOCKED},
     *     {@code INSUFFICIENT_BALANCE}, {@code POINTS_NOT_ENOUGH}
     */
    @Requires(BILL_SETTLE)
    public BilledCards bill(BillCards command) {
        var cardIds = Stream.concat(
                        command.storedValue().stream().map(StoredValuePayment::cardId),
                        Stream.ofNullable(command.points()).map(PointsMovement::cardId))
                .distinct()
                .toList();
        LockedAccounts locked = ledger.lock(cardIds);
        Map<Long, CardAtTill> byId =
                cards.atTill(cardIds).stream().collect(Collectors.toMap(CardAtTill::id, Function.identity()));
        byId.values().forEach(card -> requireUsable(card, locked));
        requirePins(command.storedValue(), byId);
        var movements = new BillMovements(command, byId);
        if (movements.isEmpty()) {
            return new BilledCards(0, List.of(), 0, 0);
        }
        Posted posted = ledger.post(
                new NewPosting(
                        PostingKind.BILL,
                        command.reference(),
                        command.venueId(),
                        command.businessDate(),
                        command.shiftId(),
                        null,
                        movements.all()),
                locked);
        return movements.result(posted);
    }

    private static void requireUsable(CardAtTill card, LockedAccounts locked) {
        card.requireActive();
        if (locked.isParked(card.id())) {
            throw new RefusedException("CARD_NOT_ACTIVE");
        }
    }

    private void requirePins(List<StoredValuePayment> payments, Map<Long, CardAtTill> byId) {
        Map<Long, Long> paidByCard = payments.stream()
                .collect(Collectors.groupingBy(
                        StoredValuePayment::cardId,
                        LinkedHashMap::new,
                        Collectors.summingLong(StoredValuePayment::amountMinor)));
        paidByCard.forEach((cardId, amount) -> {
            CardAtTill card = byId.get(cardId);
            if (card != null && card.asksPinFor(amount)) {
                String pin = payments.stream()
                        .filter(payment -> payment.cardId() == cardId)
                        .flatMap(payment -> Stream.ofNullable(payment.pin()))
                        .findFirst()
                        .orElse(null);
                pins.require(card, pin);
            }
        });
    }

    /**
     * Gives back a bill, or a part of it, to where it came from. A frozen card takes its money back all the same.
     *
     * @throws RefusedException {@code REFUND_TOO_LARGE} when more would come back than was taken
     */
    @Requires(BILL_REFUND)
    public RefundedCards refund(RefundCards command) {
        ledger.lockForRefund(command.originalPostingId());
        var totals = ledger.houseTotals(command.originalPostingId());
        var movements = new RefundMovements(command, totals);
        LockedAccounts locked = ledger.lock(movements.cardIds());
        if (movements.isEmpty()) {
            return new RefundedCards(0, List.of(), 0, 0);
        }
        Posted posted = ledger.post(
                new NewPosting(
                        PostingKind.BILL_REFUND,
                        command.reference(),
                        totals.venueId(),
                        command.businessDate(),
                        command.shiftId(),
                        command.originalPostingId(),
                        movements.all()),
                locked);
        RefundedCards refunded = movements.result(posted);
        logShortfall(command, refunded);
        return refunded;
    }

    private void logShortfall(RefundCards command, RefundedCards refunded) {
        var points = command.points();
        if (points != null && refunded.pointsClawedBack() < points.clawBackPoints()) {
            long missing = points.clawBackPoints() - refunded.pointsClawedBack();
            log.info("Card {} had spent {} of the points now taken back", points.cardId(), missing);
            auditLog.record("card.pointsShortfall", "card", points.cardId(), command.reference() + ": " + missing);
        }
    }
}
