package com.regulars.card.topup;

import static com.regulars.access.Permission.CARD_TOP_UP;

import com.regulars.access.CurrentActor;
import com.regulars.access.Requires;
import com.regulars.card.CardSummary;
import com.regulars.card.Cards;
import com.regulars.card.programme.ProgrammeTerms.StoredValue;
import com.regulars.card.programme.ProgrammeTerms.Tier;
import com.regulars.card.programme.Programmes;
import com.regulars.card.statement.Explained;
import com.regulars.card.statement.Explained.Amount;
import com.regulars.ledger.AccountKind;
import com.regulars.ledger.Ledger;
import com.regulars.ledger.LockedAccounts;
import com.regulars.ledger.Movement.AddValue;
import com.regulars.ledger.Movement.House;
import com.regulars.ledger.NewPosting;
import com.regulars.ledger.Posted;
import com.regulars.ledger.PostingKind;
import com.regulars.ledger.ReceiptNumbers;
import com.regulars.ledger.TenderType;
import com.regulars.shared.RefusedException;
import com.regulars.shift.Shift;
import com.regulars.shift.Shifts;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts money on cards (充值): the highest tier reached gives its bonus once (R4.1), so 10,000 under "10,000 + 2,000" is
 * 12,000 on the card (R4.2). A top-up is owed to the guest, never a sale.
 */
@Service
@RequiredArgsConstructor
@Transactional
public class ToppingUp {

    /** Where a programme sets no limit: no sum of money in the books comes near what a number can hold. */
    private static final long LARGEST_BALANCE = 1_000_000_000_000_000L;

    private final Ledger ledger;
    private final Cards cards;
    private final TopUpWriter writer;
    private final Programmes programmes;
    private final Shifts shifts;
    private final ReceiptNumbers receiptNumbers;
    private final Venues venues;
    private final CurrentActor currentActor;

    /**
     * Tops up a card.
     *
     * @throws RefusedException what {@link TenderType#requireToPayDown} refuses, {@code CARD_NOT_ACTIVE},
     *     {@code NO_STORED_VALUE}, {@code TOP_UP_TOO_SMALL}, {@code BALANCE_LIMIT}
     */
    @Requires(CARD_TOP_UP)
    public ToppedUpCard topUp(TopUpCard command) {
        currentActor.requireVenue(command.venueId(), "venue", command.venueId());
        command.tender().requireToPayDown();
        CardSummary card = cards.get(command.cardNumber());
        Shift shift = shifts.forMoney(command.venueId(), command.shiftId());
        LockedAccounts locked = ledger.lock(List.of(card.id()));
        requireActive(card.id(), locked);
        StoredValue terms = requireStoredValue(card);
        Optional<Tier> tier = requireAllowed(card.id(), terms, command.amountMinor(), locked);
        String receipt = receiptNumbers.next(command.venueId(), shift.till());
        Posted posted = ledger.post(posting(command, card, shift, receipt, tier), locked);
        return writer.insert(command, card.id(), shift.id(), receipt, posted);
    }

    private void requireActive(long cardId, LockedAccounts locked) {
        cards.requireActive(cardId);
        if (locked.isParked(cardId)) {
            throw new RefusedException("CARD_NOT_ACTIVE");
        }
    }

    private StoredValue requireStoredValue(CardSummary card) {
        StoredValue terms = programmes.get(card.programmeCode()).terms().storedValue();
        if (terms == null) {
            throw new RefusedException("NO_STORED_VALUE", card.programmeName());
        }
        return terms;
    }

    private static Optional<Tier> requireAllowed(
            long cardId, StoredValue terms, long amountMinor, LockedAccounts locked) {
        if (terms.minTopUpMinor() != null && amountMinor < terms.minTopUpMinor()) {
            throw new RefusedException("TOP_UP_TOO_SMALL");
        }
        Optional<Tier> tier = terms.tierFor(amountMinor);
        long after = locked.balance(cardId, AccountKind.PRINCIPAL)
                + locked.balance(cardId, AccountKind.BONUS)
                + amountMinor
                + tier.map(Tier::bonusMinor).orElse(0L);
        if (after > (terms.maxBalanceMinor() == null ? LARGEST_BALANCE : terms.maxBalanceMinor())) {
            throw new RefusedException("BALANCE_LIMIT");
        }
        return tier;
    }

    private NewPosting posting(TopUpCard command, CardSummary card, Shift shift, String receipt, Optional<Tier> tier) {
        Venue venue = venues.get(command.venueId());
        long bonus = tier.map(Tier::bonusMinor).orElse(0L);
        String rule = tier.map(
                        reached -> card.programmeCode() + " " + reached.atLeastMinor() + "+" + reached.bonusMinor())
                .orElse(card.programmeCode());
        String explanation = tier.map(reached -> Explained.as(
                        "toppedUpWithBonus",
                        new Amount(command.amountMinor()),
                        new Amount(reached.atLeastMinor()),
                        new Amount(reached.bonusMinor())))
                .orElseGet(() -> Explained.as("toppedUp", new Amount(command.amountMinor())));
        return new NewPosting(
                PostingKind.TOP_UP,
                receipt,
                venue.id(),
                venues.businessDate(venue),
                shift.id(),
                null,
                List.of(
                        new AddValue(card.id(), command.amountMinor(), bonus, rule, explanation),
                        new House(AccountKind.of(command.tender()), -command.amountMinor())));
    }
}
