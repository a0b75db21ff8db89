package com.regulars.card;

import static com.regulars.access.Permission.CARD_FREEZE;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.shared.RefusedException;
import java.time.Clock;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Freezes cards (冻结) and lets them go again. A payment is either done before the freeze or refused after it.
 */
@Service
@RequiredArgsConstructor
@Transactional
@Requires(CARD_FREEZE)
public class CardFreezing {

    private final Cards cards;
    private final CardLocks locks;
    private final CurrentActor currentActor;
    private final AuditLog auditLog;
    private final Clock clock;

    private interface Verb {
        /** @return false when the card stood there already */
        boolean apply(Card card, Actor by, Instant now);
    }

    /**
     * Freezes an active card; a frozen one stays as it is.
     *
     * @throws RefusedException {@code CARD_BUSY}
     */
    public CardSummary freeze(String number) {
        return change(number, Card::freeze, "card.froze");
    }

    /**
     * Makes a frozen card active again; an active one stays as it is.
     *
     * @throws RefusedException {@code CARD_BUSY}
     */
    public CardSummary unfreeze(String number) {
        return change(number, Card::unfreeze, "card.unfroze");
    }

    private CardSummary change(String number, Verb verb, String action) {
        long id = cards.get(number).id();
        if (locks.holding(id, card -> verb.apply(card, currentActor.get(), clock.instant()))) {
            auditLog.record(action, "card", id, new CardNumber(number).masked());
        }
        return cards.get(id);
    }
}
