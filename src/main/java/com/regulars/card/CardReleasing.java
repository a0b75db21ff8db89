package com.regulars.card;

import static com.regulars.access.Permission.LEDGER_VERIFY;

import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.ledger.check.ParkedHolders;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a card back to its guest that was parked because its books did not add up, once they do (R7.3). */
@Service
@RequiredArgsConstructor
@Transactional
@Requires(LEDGER_VERIFY)
public class CardReleasing {

    private static final int LONGEST_REASON = 500;

    private final Cards cards;
    private final ParkedHolders parked;
    private final AuditLog auditLog;

    /**
     * Lets a parked card move again; one that is not parked stays as it is.
     *
     * @param reason what was wrong and how it was cleared; kept in the audit log
     * @throws RefusedException {@code BOOKS_DO_NOT_ADD_UP} when they still do not
     */
    public CardSummary release(String number, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new InvalidFieldException("reason", "NotBlank");
        }
        CardSummary card = cards.get(number);
        if (parked.release(card.id())) {
            auditLog.record("card.released", "card", card.id(), card.maskedNumber() + ": " + reason.strip());
        }
        return card;
    }
}
