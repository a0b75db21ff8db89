package com.regulars.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.regulars.access.Actor;
import com.regulars.ledger.TenderType;
import com.regulars.shared.RefusedException;
import com.regulars.testing.Fixtures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CardTests {

    private static final Instant THEN = Instant.parse("2026-11-22T04:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");
    private static final Actor ISSUER = Fixtures.employee();
    private static final Actor CASHIER = Fixtures.apiClient();
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 11, 22);

    /** A verb that moves a card to another state. */
    private interface Verb {
        boolean apply(Card card, Actor by, Instant now);
    }

    private static final Map<CardStatus, Verb> WAYS = Map.of(
            CardStatus.FROZEN, Card::freeze,
            CardStatus.ACTIVE, Card::unfreeze,
            CardStatus.LOST, Card::reportLost,
            CardStatus.CLOSED, Card::close);

    private static final Map<CardStatus, Set<CardStatus>> ALLOWED = Map.of(
            CardStatus.ACTIVE, Set.of(CardStatus.FROZEN, CardStatus.LOST, CardStatus.CLOSED),
            CardStatus.FROZEN, Set.of(CardStatus.ACTIVE, CardStatus.LOST, CardStatus.CLOSED),
            CardStatus.LOST, Set.of(CardStatus.CLOSED),
            CardStatus.REPLACED, Set.of(),
            CardStatus.CLOSED, Set.of());

    @Test
    void aCardIsActiveFromItsIssueOn() {
        var fee = new CardFees.Paid(30_000, TenderType.CASH, 4, "main-1-000017");
        var card = new Card(CardNumber.random(), 1, 2, 3, NEXT_YEAR, fee, ISSUER, THEN);

        assertThat(card.getStatus()).isEqualTo(CardStatus.ACTIVE);
        assertThat(card.getMemberPriceUntil()).isEqualTo(NEXT_YEAR);
        assertThat(card.getFeeMinor()).isEqualTo(30_000);
        assertThat(card.getFeeTender()).isEqualTo(TenderType.CASH);
        assertThat(card.getFeePostingId()).isEqualTo(4);
        assertThat(card.getFeeReceiptNumber()).isEqualTo("main-1-000017");
        assertThat(card.getIssuedByKey()).isEqualTo(ISSUER.key());
        assertThat(card.getIssuedByName()).isEqualTo(ISSUER.name());
        assertThat(told(card)).containsExactly("ISSUED ACTIVE " + ISSUER.key() + " " + THEN);
    }

    @Test
    void aCardWithoutFeeOwesNothing() {
        assertThat(card().getFeeMinor()).isZero();
        assertThat(card().getFeeTender()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void fromEveryStateOnlyTheAllowedWaysLeadOn(CardStatus from) {
        WAYS.forEach((to, verb) -> {
            Card card = cardThatIs(from);
            int before = card.getEvents().size();
            if (from == to) {
                assertThat(verb.apply(card, CASHIER, NOW)).isFalse();
                assertThat(card.getEvents()).hasSize(before);
            } else if (ALLOWED.get(from).contains(to)) {
                assertThat(verb.apply(card, CASHIER, NOW)).isTrue();
                assertThat(card.getStatus()).isEqualTo(to);
                assertThat(told(card).getLast()).endsWith(to + " " + CASHIER.key() + " " + NOW);
            } else {
                assertThatExceptionOfType(RefusedException.class)
                        .as("from %s to %s", from, to)
                        .isThrownBy(() -> verb.apply(card, CASHIER, NOW))
                        .satisfies(refused -> assertThat(refused.getCode()).isEqualTo("CARD_NOT_ACTIVE"));
                assertThat(card.getStatus()).isEqualTo(from);
                assertThat(card.getEvents()).hasSize(before);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void onlyACardThatMayBeUsedAgainChangesItsPin(CardStatus status) {
        Card card = cardThatIs(status);
        if (status == CardStatus.ACTIVE || status == CardStatus.FROZEN) {
            card.changePin(CASHIER, NOW);
            assertThat(told(card).getLast()).isEqualTo("PIN_CHANGED " + status + " " + CASHIER.key() + " " + NOW);
        } else {
            assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> card.changePin(CASHIER, NOW));
        }
        assertThat(card.getStatus()).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource
    void aCardThatHasNotEndedIsReplacedForGood(CardStatus status) {
        Card card = cardThatIs(status);
        if (status == CardStatus.REPLACED || status == CardStatus.CLOSED) {
            assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> card.replaceWith(card(), CASHIER, NOW));
        } else {
            card.replaceWith(card(), CASHIER, NOW);
            assertThat(card.getStatus()).isEqualTo(CardStatus.REPLACED);
        }
    }

    @Test
    void onlyAnActiveCardOfTheSameGuestAndProgrammeTakesAnothersPlace() {
        Card card = card();
        assertThatIllegalArgumentException().isThrownBy(() -> card.replaceWith(card, CASHIER, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> card.replaceWith(card(1, 99), CASHIER, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> card.replaceWith(card(99, 2), CASHIER, NOW));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> card.replaceWith(cardThatIs(CardStatus.FROZEN), CASHIER, NOW));
        assertThat(card.getStatus()).isEqualTo(CardStatus.ACTIVE);
    }

    private static Card cardThatIs(CardStatus status) {
        Card card = card();
        switch (status) {
            case ACTIVE -> {}
            case FROZEN -> card.freeze(ISSUER, THEN);
            case LOST -> card.reportLost(ISSUER, THEN);
            case REPLACED -> card.replaceWith(card(), ISSUER, THEN);
            case CLOSED -> card.close(ISSUER, THEN);
        }
        return card;
    }

    private static Card card() {
        return card(1, 2);
    }

    private static Card card(long programmeId, long customerId) {
        return new Card(CardNumber.random(), programmeId, customerId, 3, null, null, ISSUER, THEN);
    }

    private static List<String> told(Card card) {
        return card.getEvents().stream()
                .map(event ->
                        event.getKind() + " " + event.getStatus() + " " + event.getActorKey() + " " + event.getAt())
                .toList();
    }
}
