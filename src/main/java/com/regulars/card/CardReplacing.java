package com.regulars.card;

import static com.regulars.access.Permission.CARD_ISSUE;
import static com.regulars.access.Permission.CARD_REPLACE;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.card.CardOpening.NewCard;
import com.regulars.card.statement.Explained;
import com.regulars.ledger.AccountKind;
import com.regulars.ledger.Ledger;
import com.regulars.ledger.LockedAccounts;
import com.regulars.ledger.Movement;
import com.regulars.ledger.Movement.MovePoints;
import com.regulars.ledger.Movement.MoveValue;
import com.regulars.ledger.NewPosting;
import com.regulars.ledger.Posted;
import com.regulars.ledger.PostingKind;
import com.regulars.shared.RefusedException;
import com.regulars.venue.Venues;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a guest another card for one that is lost or broken (补卡). Everything goes on with it: stored value and points with
 * their lots, rules and days, the member price, the PIN; visits count for the guest's programme and so need not move. The
 * old number stays known and says where it went.
 */
@Service
@RequiredArgsConstructor
@Transactional
public class CardReplacing {

    private final Cards cards;
    private final CardRepository repository;
    private final CardOpening opening;
    private final CardPins pins;
    private final Replacements replacements;
    private final FourEyes fourEyes;
    private final Ledger ledger;
    private final Venues venues;
    private final CurrentActor currentActor;
    private final AuditLog auditLog;
    private final Clock clock;

    /**
     * Replaces a card.
     *
     * @param venueId where the new one is handed out
     * @return the new card
     * @throws RefusedException {@code CARD_NOT_ACTIVE} when it was replaced or closed before, or its books do not add up
     */
    @Requires(CARD_REPLACE)
    public CardSummary replace(String number, long venueId) {
        return replace(number, venueId, null);
    }

    /**
     * Replaces a card by somebody who may not do that alone: whoever gets the new card has what was on the old one.
     *
     * @param approver the second person who allows it
     * @throws RefusedException also {@code APPROVER_MAY_NOT} when the approver may not either or is nobody else
     */
    @Requires(CARD_ISSUE)
    public CardSummary replaceApproved(String number, long venueId, Actor approver) {
        fourEyes.require(
                approver,
                CARD_REPLACE,
                "card.replacementApproved",
                cards.get(number).id());
        return replace(number, venueId, approver);
    }

    private CardSummary replace(String number, long venueId, @Nullable Actor approver) {
        currentActor.requireVenue(venueId, "venue", venueId);
        long id = cards.get(number).id();
        LockedAccounts before = ledger.lock(List.of(id));
        Card card = repository.lockById(id).orElseThrow();
        card.requireReplaceable();
        if (before.isParked(id)) {
            throw new RefusedException("CARD_NOT_ACTIVE");
        }
        Card successor = opening.open(
                new NewCard(card.getProgrammeId(), card.getCustomerId(), venueId, card.getMemberPriceUntil(), null),
                before.kinds(id));
        Posted posted = move(card, successor, before);
        card.replaceWith(successor, currentActor.get(), clock.instant());
        repository.flush();
        pins.move(id, successor.getId());
        replacements.insert(card, successor, before, posted, approver);
        auditLog.record("card.replaced", "card", id, masked(card) + " → " + masked(successor));
        return cards.get(successor.getId());
    }

    /** @return null when there is nothing on the card */
    private @Nullable Posted move(Card card, Card successor, LockedAccounts before) {
        List<Movement> movements = movements(card, successor, before);
        if (movements.isEmpty()) {
            return null;
        }
        long venueId = successor.getVenueId();
        return ledger.post(
                new NewPosting(
                        PostingKind.CARD_REPLACEMENT,
                        masked(successor),
                        venueId,
                        venues.businessDate(venues.get(venueId)),
                        null,
                        null,
                        movements),
                ledger.lock(List.of(card.getId(), successor.getId())));
    }

    private static List<Movement> movements(Card card, Card successor, LockedAccounts before) {
        long id = card.getId();
        String why = Explained.as("replaced", masked(card), masked(successor));
        List<Movement> movements = new ArrayList<>();
        if (before.balance(id, AccountKind.PRINCIPAL) + before.balance(id, AccountKind.BONUS) > 0) {
            movements.add(new MoveValue(id, successor.getId(), why));
        }
        if (before.balance(id, AccountKind.POINTS) > 0) {
            movements.add(new MovePoints(id, successor.getId(), why));
        }
        return movements;
    }

    private static String masked(Card card) {
        return new CardNumber(card.getNumber()).masked();
    }
}
