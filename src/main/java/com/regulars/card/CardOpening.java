package com.regulars.card;

import com.regulars.access.CurrentActor;
import com.regulars.audit.AuditLog;
import com.regulars.customer.SearchTerms;
import com.regulars.ledger.AccountKind;
import com.regulars.ledger.Ledger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings a card into being: a number nobody has, its empty accounts, and the guest found by it. */
@Component
@RequiredArgsConstructor
class CardOpening {

    private final CardRepository repository;
    private final SearchTerms searchTerms;
    private final Ledger ledger;
    private final CurrentActor currentActor;
    private final AuditLog auditLog;
    private final Clock clock;

    /** Under which programme, for whom and where; {@code fee} is what was paid for it, or null. */
    record NewCard(
            long programmeId,
            long customerId,
            long venueId,
            @Nullable LocalDate memberPriceUntil,
            CardFees.@Nullable Paid fee) {}

    Card open(NewCard wanted, Set<AccountKind> accounts) {
        CardNumber number = freeNumber();
        Card card = repository.saveAndFlush(new Card(
                number,
                wanted.programmeId,
                wanted.customerId,
                wanted.venueId,
                wanted.memberPriceUntil,
                wanted.fee,
                currentActor.get(),
                clock.instant()));
        ledger.openAccounts(card.getId(), accounts);
        searchTerms.add(wanted.customerId, "CARD", number.digits());
        auditLog.record("card.issued", "card", card.getId(), number.masked());
        return card;
    }

    /** A random number that no card has; should another request take it at the same moment, that one fails whole. */
    private CardNumber freeNumber() {
        return Stream.generate(CardNumber::random)
                .filter(number -> !repository.existsByNumber(number.digits()))
                .findFirst()
                .orElseThrow();
    }
}
