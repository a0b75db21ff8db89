package com.regulars.card;

import static com.regulars.access.Permission.CARD_ISSUE;

import com.regulars.access.CurrentActor;
import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.card.programme.ProgrammeSummary;
import com.regulars.card.programme.ProgrammeTerms.MemberPrice;
import com.regulars.card.programme.Programmes;
import com.regulars.customer.Customers;
import com.regulars.customer.SearchTerms;
import com.regulars.ledger.AccountKind;
import com.regulars.ledger.Ledger;
import com.regulars.ledger.TenderType;
import com.regulars.shared.RefusedException;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
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
    private final SearchTerms searchTerms;
    private final Cards cards;
    private final CardRepository repository;
    private final CardFees fees;
    private final CardPins pins;
    private final Ledger ledger;
    private final Venues venues;
    private final CurrentActor currentActor;
    private final AuditLog auditLog;
    private final Clock clock;

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
        CardNumber number = freeNumber();
        long cardId = repository
                .saveAndFlush(new Card(
                        number,
                        programme.id(),
                        customerId,
                        venue.id(),
                        memberPriceUntil(programme, today),
                        fees.pay(programme, venue, today, command),
                        currentActor.get(),
                        clock.instant()))
                .getId();
        ledger.openAccounts(cardId, accounts(programme));
        if (command.pin() != null) {
            pins.store(cardId, customerId, command.pin());
        }
        searchTerms.add(customerId, "CARD", number.digits());
        auditLog.record("card.issued", "card", cardId, number.masked());
        return cards.get(cardId);
    }

    /** A random number that no card has; should another request take it at the same moment, that one fails whole. */
    private CardNumber freeNumber() {
        return Stream.generate(CardNumber::random)
                .filter(number -> !repository.existsByNumber(number.digits()))
                .findFirst()
                .orElseThrow();
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
