package com.regulars.card;

import com.regulars.audit.AuditLog;
import com.regulars.ledger.Ledger;
import com.regulars.ledger.LockedAccounts;
import com.regulars.shared.RefusedException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a bill meets the cards that take part in it: it locks them, checks their state and PIN, and hands out the
 * movements they contribute. Always within the transaction of the bill. All accounts of all cards are locked first, in
 * one order; only then is anything about the cards believed.
 */
@Slf4j
@Service
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class CardDesk {

    private final Ledger ledger;
    private final CardQueries cards;
    private final CardPins pins;
    private final AuditLog auditLog;

    /** Stored value a card is to pay, with the PIN that was typed. */
    public record PinCheck(
            long cardId, long amountMinor, @Nullable String pin) {

        @Override
        public String toString() {
            return "PinCheck[cardId=" + cardId + ", amountMinor=" + amountMinor + "]";
        }
    }

    /** Locks the accounts of these cards and reads them anew. */
    public CardsInUse take(Collection<Long> cardIds) {
        List<Long> distinct = cardIds.stream().distinct().toList();
        LockedAccounts locked = ledger.lock(distinct);
        return new CardsInUse(locked, distinct.isEmpty() ? List.of() : cards.atTill(distinct));
    }

    /**
     * Locks the accounts of these cards and of those that took their place, for what goes back to them. A card that is
     * replaced while this waits for it is followed further.
     */
    public CardsInUse takeForRefund(Collection<Long> cardIds) {
        List<Long> named = cardIds.stream().distinct().toList();
        if (named.isEmpty()) {
            return take(named);
        }
        Map<Long, Long> holders = Map.of();
        Map<Long, Long> now = cards.holdersNow(named);
        LockedAccounts locked = LockedAccounts.none();
        while (!now.equals(holders)) {
            holders = now;
            locked = ledger.lock(Stream.concat(named.stream(), holders.values().stream())
                    .distinct()
                    .toList());
            now = cards.holdersNow(named);
        }
        return new CardsInUse(locked, cards.atTill(named), holders);
    }

    /**
     * Lets payments pass only with the PIN where the programme asks for one. PINs are looked at in the order of the
     * cards, whatever the order of the tenders, so that two bills never wait for each other.
     *
     * @throws RefusedException {@code PIN_REQUIRED}, {@code PIN_WRONG} or {@code PIN_LOCKED}
     */
    public void requirePins(CardsInUse inUse, Collection<PinCheck> payments) {
        payments.stream().sorted(Comparator.comparingLong(PinCheck::cardId)).forEach(payment -> {
            CardAtTill card = inUse.require(payment.cardId());
            if (card.asksPinFor(payment.amountMinor())) {
                pins.require(card, payment.pin());
            }
        });
    }

    /** Points of a card that can pay on a business day; those that have ended or are still to come cannot. */
    public long usablePoints(CardsInUse inUse, long cardId, LocalDate businessDate) {
        return ledger.usablePoints(inUse.accounts(), cardId, businessDate);
    }

    /** Notes that a card had already spent points that a refund wanted back. */
    public void noteShortfall(long cardId, long missingPoints, String reference) {
        log.info("Card {} had spent {} of the points now taken back", cardId, missingPoints);
        auditLog.record("card.pointsShortfall", "card", cardId, reference + ": " + missingPoints);
    }
}
