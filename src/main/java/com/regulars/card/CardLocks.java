package com.regulars.card;

import com.regulars.ledger.Ledger;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import java.util.List;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a card to change what is not money on it: its accounts first and its row after them, as a bill does it, so that a
 * payment is either done before the change or meets it. Nobody waits longer for a card than a payment does.
 */
@Component
@RequiredArgsConstructor
class CardLocks {

    private final Ledger ledger;
    private final CardRepository cards;

    /** @throws RefusedException {@code CARD_BUSY} when somebody else holds the card */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T holding(long cardId, Function<Card, T> change) {
        try {
            ledger.lockAsMoneyDoes(List.of(cardId));
            Card card = cards.lockById(cardId).orElseThrow(() -> new NotFoundException("card", cardId));
            T result = change.apply(card);
            cards.flush();
            return result;
        } catch (PessimisticLockingFailureException held) {
            throw new RefusedException(RefusedException.Reason.BUSY, "CARD_BUSY");
        }
    }
}
