package com.regulars.demo;

import com.regulars.card.CardIssuing;
import com.regulars.card.CardStatus;
import com.regulars.card.CardSummary;
import com.regulars.card.Cards;
import com.regulars.card.IssueCard;
import com.regulars.card.topup.TopUpCard;
import com.regulars.card.topup.ToppingUp;
import com.regulars.ledger.TenderType;
import com.regulars.request.Done;
import com.regulars.request.IdempotencyKey;
import com.regulars.request.IdempotentRequests;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Issues and tops up the cards of sample guests, each under a key of its own, so that a second load repeats nothing. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoCardDesk {

    /** The PIN of every gold card, needed above 1,000.00. */
    static final String PIN = "258369";

    private static final List<TenderType> TENDERS =
            List.of(TenderType.WECHAT, TenderType.ALIPAY, TenderType.BANK_CARD, TenderType.CASH);

    private final IdempotentRequests requests;
    private final CardIssuing issuing;
    private final ToppingUp toppingUp;
    private final Cards cards;

    Optional<CardSummary> ofGuest(long customerId) {
        return cards.ofCustomer(customerId).stream()
                .filter(card -> card.status() == CardStatus.ACTIVE)
                .findFirst();
    }

    void issue(String key, long customerId, String programme, long venueId, Dice dice) {
        boolean hasFee = programme.equals(DemoProgrammes.MEMBER) || programme.equals(DemoProgrammes.GOLD);
        var command = new IssueCard(
                customerId,
                programme,
                venueId,
                null,
                programme.equals(DemoProgrammes.GOLD) ? PIN : null,
                hasFee ? tender(dice) : null);
        requests.once(
                "demo.issue",
                new IdempotencyKey(key),
                key,
                claim -> Done.of(issuing.issue(command).number()));
    }

    void topUp(String key, CardSummary card, long venueId, long amountMinor, Dice dice) {
        var command = new TopUpCard(card.number(), venueId, null, amountMinor, tender(dice));
        requests.once(
                "demo.topUp",
                new IdempotencyKey(key),
                key,
                claim -> Done.of(toppingUp.topUp(command).id()));
    }

    /** How a guest who does not pay from a card pays. */
    static TenderType tender(Dice dice) {
        return dice.weighted(TENDERS, 52, 20, 13, 15);
    }
}
