package com.regulars.card;

import static com.regulars.card.CardsInUseExamples.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.regulars.card.programme.ProgrammeTerms;
import com.regulars.card.programme.ProgrammeTerms.Points;
import com.regulars.ledger.AccountExamples;
import com.regulars.ledger.LockedAccounts;
import com.regulars.ledger.Movement.AddPoints;
import com.regulars.ledger.Movement.ClawBackPoints;
import com.regulars.ledger.Movement.DrawValue;
import com.regulars.ledger.Movement.GiveBackPoints;
import com.regulars.ledger.Movement.GiveBackValue;
import com.regulars.ledger.Movement.SpendPoints;
import com.regulars.ledger.SpendOrder;
import com.regulars.shared.RefusedException;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What cards contribute to the posting of a bill or a refund, and what they refuse. */
class CardsInUseTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String RECEIPT = "main-1-000017";

    @Test
    void storedValuePaysInTheSpendOrderOfItsProgramme() {
        assertThat(combined(7).pay(7, 300, 375, RECEIPT))
                .isEqualTo(new DrawValue(7, 300, 375, SpendOrder.BONUS_FIRST, "card.explain.paid|tmain-1-000017|m300"));
    }

    @Test
    void aCardThatStoresNoValuePaysNothing() {
        CardsInUse cards = using(new ProgrammeTerms(null, null, POINTS_FOR_A_YEAR, null));
        refuses("INSUFFICIENT_BALANCE", () -> cards.pay(7, 1, 1, RECEIPT));
    }

    @Test
    void pointsPayWithTheirWorth() {
        assertThat(combined(7).redeem(7, 150, 140, RECEIPT))
                .isEqualTo(new SpendPoints(7, 150, "card.explain.redeemed|tmain-1-000017|n150|m140"));
    }

    @Test
    void aCardWithoutPointsRedeemsNone() {
        CardsInUse cards = using(new ProgrammeTerms(STORED_VALUE, null, null, null));
        refuses("POINTS_NOT_ENOUGH", () -> cards.redeem(7, 1, 1, RECEIPT));
    }

    @Test
    void earnedPointsKeepTheRuleThatExplainsThem() {
        assertThat(combined(7).earn(7, 70, 7_050, TODAY, RECEIPT, "with a bonus"))
                .isEqualTo(new AddPoints(
                        7,
                        70,
                        TODAY,
                        LocalDate.of(2027, 11, 22),
                        "card.explain.earned|tmain-1-000017|m7050|m100|n1|n70"));
    }

    @Test
    void pointsTheRuleDoesNotExplainSayWhereElseTheyComeFrom() {
        assertThat(combined(7).earn(7, 71, 7_050, TODAY, RECEIPT, "with a bonus"))
                .isEqualTo(new AddPoints(7, 71, TODAY, LocalDate.of(2027, 11, 22), "with a bonus"));
        CardsInUse withoutPoints = using(new ProgrammeTerms(STORED_VALUE, null, null, null));
        assertThat(withoutPoints.earn(7, 70, 7_050, TODAY, RECEIPT, "a gift"))
                .isEqualTo(new AddPoints(7, 70, TODAY, null, "a gift"));
    }

    @Test
    void pointsOfAProgrammeWithoutALimitLiveForEver() {
        var forEver = new Points(POINTS_FOR_A_YEAR.terms(), null, null);
        CardsInUse cards = using(new ProgrammeTerms(null, null, forEver, null));
        assertThat(cards.earn(7, 70, 1, TODAY, RECEIPT, "a gift"))
                .isEqualTo(new AddPoints(7, 70, TODAY, null, "a gift"));
    }

    @Test
    void aRefundSaysWhatItGivesBackAndWhy() {
        CardsInUse cards = combined(7);
        assertThat(cards.giveBack(7, 300, RECEIPT, "退菜"))
                .isEqualTo(new GiveBackValue(7, 300, "card.explain.refunded|tmain-1-000017|m300|t退菜"));
        assertThat(cards.returnPoints(7, 150, RECEIPT, "退菜"))
                .isEqualTo(new GiveBackPoints(7, 150, "card.explain.pointsReturned|tmain-1-000017|n150|t退菜"));
        assertThat(cards.clawBack(7, 70, RECEIPT, "退菜"))
                .isEqualTo(new ClawBackPoints(7, 70, "card.explain.pointsClawedBack|tmain-1-000017|n70|t退菜"));
    }

    @Test
    void aCardThatWasNotTakenIntoUseTakesNoPart() {
        CardsInUse cards = combined(7);
        refuses("CARD_NOT_ACTIVE", () -> cards.pay(8, 1, 1, RECEIPT));
        refuses("CARD_NOT_ACTIVE", () -> cards.redeem(8, 1, 1, RECEIPT));
        refuses("CARD_NOT_ACTIVE", () -> cards.earn(8, 1, 100, TODAY, RECEIPT, ""));
        assertThat(cards.require(7).id()).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource
    void onlyActiveCardsAreUsable(CardStatus status) {
        var cards = new CardsInUse(
                LockedAccounts.none(), List.of(card(7, CardStatus.ACTIVE, COMBINED), card(8, status, COMBINED)));
        if (status == CardStatus.ACTIVE) {
            assertThatCode(cards::requireUsable).doesNotThrowAnyException();
        } else {
            refuses("CARD_NOT_ACTIVE", cards::requireUsable);
        }
    }

    @Test
    void aCardWhoseBooksDoNotAddUpIsNotUsable() {
        List<CardAtTill> active = List.of(card(7, CardStatus.ACTIVE, COMBINED));
        refuses("CARD_NOT_ACTIVE", new CardsInUse(AccountExamples.parked(7), active)::requireUsable);
        assertThatCode(new CardsInUse(AccountExamples.parked(8), active)::requireUsable)
                .doesNotThrowAnyException();
    }

    @Test
    void theAccountsAreThoseThatWereLocked() {
        LockedAccounts locked = AccountExamples.parked(7);
        assertThat(new CardsInUse(locked, List.of()).accounts()).isSameAs(locked);
    }

    private static CardsInUse using(ProgrammeTerms terms) {
        return new CardsInUse(LockedAccounts.none(), List.of(card(7, CardStatus.ACTIVE, terms)));
    }

    private static void refuses(String code, ThrowingCallable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.getCode()).isEqualTo(code));
    }
}
