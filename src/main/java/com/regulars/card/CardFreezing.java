package com.regulars.card;

import static com.regulars.access.Permission.CARD_FREEZE;

import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.ledger.Ledger;
import com.regulars.shared.RefusedException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Freezes cards (冻结) and lets them go again. The card's accounts are locked first, so that a payment is either done
 * before the freeze or refused after it.
 */
@Service
@RequiredArgsConstructor
@Transactional
@Requires(CARD_FREEZE)
public class CardFreezing {

    private final Cards cards;
    private final CardStore cardStore;
    private final Ledger ledger;
    private final AuditLog auditLog;

    /** Freezes an active card; a frozen one stays as it is. */
    public CardSummary freeze(String number) {
        return change(number, CardStatus.ACTIVE, CardStatus.FROZEN, "card.froze");
    }

    /** Makes a frozen card active again; an active one stays as it is. */
    public CardSummary unfreeze(String number) {
        return change(number, CardStatus.FROZEN, CardStatus.ACTIVE, "card.unfroze");
    }

    private CardSummary change(String number, CardStatus from, CardStatus to, String action) {
        long id = cards.get(number).id();
        ledger.lock(List.of(id));
        CardStatus now = cards.get(id).status();
        if (now != from && now != to) {
            throw new RefusedException("CARD_NOT_ACTIVE");
        }
        if (now == from) {
            cardStore.changeStatus(id, from, to);
            auditLog.record(action, "card", id, new CardNumber(number).masked());
        }
        return cards.get(id);
    }
}
