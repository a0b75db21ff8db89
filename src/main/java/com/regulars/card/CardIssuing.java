package com.regulars.card;

import static com.regulars.access.Permission.CARD_ISSUE;

import com.regulars.access.CurrentActor;
import com.regulars.access.Requires;
import com.regulars.card.CardOpening.NewCard;
import com.regulars.card.programme.ProgrammeSummary;
import com.regulars.card.programme.ProgrammeTerms.MemberPrice;
import com.regulars.card.programme.Programmes;
import com.regulars.customer.Customers;
import com.regulars.ledger.AccountKind;
import com.regulars.ledger.TenderType;
import com.regulars.shared.RefusedException;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues cards (开卡), with the fee of a paid programme, which is a sale of its own and buys no food (R4.4). */
@Service
@RequiredArgsConstructor
@Transactional
public class CardIssuing {

    private final Programmes programmes;
    private final Customers customers;
    private final Cards cards;
    private final CardOpening opening;
    private final CardFees fees;
    private final CardPins pins;
    private final Venues venues;
    private final CurrentActor currentActor;

    /**
     * Issues a card.
     *
     * @throws RefusedException {@code FEE_TENDER_REQUIRED} when the programme has a fee and nothing says how it is paid,
     *     {@code PIN_TOO_WEAK}, what {@link TenderType#requireToPayDown} refuses
     */
    @Requires(CARD_ISSUE)
    public CardSummary issue(IssueCard command) {
        currentActor.requireVenue(command.venueId(), "venue", command.venueId());
        Venue venue = venues.get(command.venueId());
        ProgrammeSummary programme = programmes.get(command.programmeCode());
        long customerId = customers.get(command.customerId()).id();
        requireFeeTender(programme, command.feeTender());
        LocalDate today = venues.businessDate(venue);
        var wanted = new NewCard(
                programme.id(),
                customerId,
                venue.id(),
                memberPriceUntil(programme, today),
                fees.pay(programme, venue, today, command));
        long cardId = opening.open(wanted, accounts(programme)).getId();
        if (command.pin() != null) {
            pins.store(cardId, customerId, command.pin());
        }
        return cards.get(cardId);
    }

    private static void requireFeeTender(ProgrammeSummary programme, @Nullable TenderType tender) {
        if (tender != null) {
            tender.requireToPayDown();
        }
        if (CardFees.of(programme) > 0 && tender == null) {
            throw new RefusedException("FEE_TENDER_REQUIRED");
        }
    }

    /** The same day of the month, so many months later, is the last one. */
    private static @Nullable LocalDate memberPriceUntil(ProgrammeSummary programme, LocalDate today) {
        MemberPrice memberPrice = programme.terms().memberPrice();
        return memberPrice == null ? null : today.plusMonths(memberPrice.validMonths());
    }

    private static Set<AccountKind> accounts(ProgrammeSummary programme) {
        Set<AccountKind> kinds = EnumSet.noneOf(AccountKind.class);
        if (programme.terms().storedValue() != null) {
            kinds.add(AccountKind.PRINCIPAL);
            kinds.add(AccountKind.BONUS);
        }
        if (programme.terms().points() != null) {
            kinds.add(AccountKind.POINTS);
        }
        return kinds;
    }
}
