package com.regulars.settlement.settle;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.card.CardStatus;
import com.regulars.card.CardSummary;
import com.regulars.card.CardsInUse;
import com.regulars.card.CardsInUseExamples;
import com.regulars.ledger.AccountKind;
import com.regulars.ledger.Movement.AddPoints;
import com.regulars.ledger.Movement.DrawValue;
import com.regulars.ledger.Movement.House;
import com.regulars.ledger.Movement.SpendPoints;
import com.regulars.ledger.Posted;
import com.regulars.ledger.Posted.Moved;
import com.regulars.ledger.SpendOrder;
import com.regulars.ledger.TenderType;
import com.regulars.settlement.quote.PayBy;
import com.regulars.settlement.quote.PricedBill;
import com.regulars.settlement.quote.Quote;
import com.regulars.settlement.quote.ResolvedBill;
import com.regulars.settlement.settle.BillPosting.PostedBill;
import com.regulars.venue.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The movements of a bill: what pays on one side, what was sold on the other. */
class BillPostingTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String RECEIPT = "main-1-000017";
    private static final CardSummary CARD =
            new CardSummary(7, "6028000000000007", CardStatus.ACTIVE, 41, "vip", "贵宾卡", 6_000, 2_000, 150, null, null);
    private static final CardsInUse CARDS = CardsInUseExamples.combined(7);
    private static final Tendered MIXED =
            tendered(BillTender.of(TenderType.STORED_VALUE, 3_000), BillTender.of(TenderType.CASH, 5_000));
    private static final Quote WITH_ALL = quote(8_000, 150, -5, 7_000, 70, 150);

    @Test
    void aBillMovesTendersPointsExpensesAndSales() {
        assertThat(posting(MIXED, WITH_ALL, CARDS, 7L).movements())
                .containsExactly(
                        new DrawValue(
                                7, 3_000, 3_362, SpendOrder.BONUS_FIRST, "card.explain.paid|tmain-1-000017|m3000"),
                        new House(AccountKind.CASH, -4_000),
                        new SpendPoints(7, 150, "card.explain.redeemed|tmain-1-000017|n150|m150"),
                        new AddPoints(
                                7,
                                70,
                                TODAY,
                                LocalDate.of(2027, 11, 22),
                                "card.explain.earned|tmain-1-000017|m7000|m100|n1|n70"),
                        new House(AccountKind.POINTS_EXPENSE, -150),
                        new House(AccountKind.ROUNDING, -5),
                        new House(AccountKind.SALES, 7_155));
    }

    @Test
    void withoutACardMoneyMovesInTheHouseOnly() {
        Tendered wechat = tendered(BillTender.of(TenderType.WECHAT, 1_000));
        BillPosting posting = posting(wechat, quote(1_000, 0, 0, 1_000, 10, 0), null, 7L);
        assertThat(posting.movements())
                .containsExactly(new House(AccountKind.WECHAT, -1_000), new House(AccountKind.SALES, 1_000));
        assertThat(posting.accounts().balance(7, AccountKind.PRINCIPAL)).isZero();
    }

    @Test
    void otherMoneyThanStoredValueIsTheHousesEvenWithACard() {
        Tendered wechat = tendered(BillTender.of(TenderType.WECHAT, 1_000));
        assertThat(posting(wechat, quote(1_000, 0, 0, 1_000, 0, 0), CARDS, 7L).movements())
                .containsExactly(new House(AccountKind.WECHAT, -1_000), new House(AccountKind.SALES, 1_000));
    }

    @Test
    void withoutACardForPointsNoneMove() {
        assertThat(posting(MIXED, WITH_ALL, CARDS, null).movements())
                .noneMatch(SpendPoints.class::isInstance)
                .noneMatch(AddPoints.class::isInstance);
    }

    @Test
    void aSinglePointMovesToo() {
        assertThat(posting(tendered(), quote(1, 1, 0, 0, 0, 1), CARDS, 7L).movements())
                .containsExactly(
                        new SpendPoints(7, 1, "card.explain.redeemed|tmain-1-000017|n1|m1"),
                        new House(AccountKind.POINTS_EXPENSE, -1),
                        new House(AccountKind.SALES, 1));
        Tendered cash = tendered(BillTender.of(TenderType.CASH, 200));
        assertThat(posting(cash, quote(200, 0, 0, 200, 1, 0), CARDS, 7L).movements())
                .contains(new AddPoints(7, 1, TODAY, LocalDate.of(2027, 11, 22), "by agreement"));
    }

    @Test
    void aBillOfNothingMovesNothing() {
        assertThat(posting(tendered(), quote(0, 0, 0, 0, 0, 0), CARDS, 7L).isEmpty())
                .isTrue();
        assertThat(posting(MIXED, WITH_ALL, CARDS, 7L).isEmpty()).isFalse();
    }

    @Test
    void theAccountsAreThoseOfTheCards() {
        assertThat(posting(MIXED, WITH_ALL, CARDS, 7L).accounts()).isSameAs(CARDS.accounts());
    }

    @Test
    void whatTheLedgerDidIsToldApartByTheMovements() {
        var drawn = new Moved(1_000, 2_000, 8_000, 5_000);
        var spent = new Moved(150, 0, 150, 0);
        var earned = new Moved(70, 0, 0, 70);
        var house = new Moved(1, 0, 0, 0);
        var posted = new Posted(99, List.of(drawn, house, spent, earned, house, house, house));
        assertThat(posting(MIXED, WITH_ALL, CARDS, 7L).posted(posted))
                .isEqualTo(new PostedBill(99L, List.of(drawn), 150L, 70L));
    }

    @Test
    void withoutPointsThereIsNoBalanceOfThemToTell() {
        Tendered cash = tendered(BillTender.of(TenderType.CASH, 200));
        var house = new Moved(200, 0, 0, 0);
        assertThat(posting(cash, quote(200, 0, 0, 200, 0, 0), null, null).posted(new Posted(99, List.of(house, house))))
                .isEqualTo(new PostedBill(99L, List.of(), null, null));
    }

    private static BillPosting posting(
            Tendered tendered, Quote quote, @Nullable CardsInUse cards, @Nullable Long pointsCard) {
        var venue = new Venue(1, "main", "总店", ZoneOffset.UTC, LocalTime.of(3, 0), "", "");
        var bill = new ResolvedBill(venue, Instant.EPOCH, TODAY, List.of(), CARD, null, null, null, List.of(), 0);
        return new BillPosting(
                RECEIPT, bill, tendered, new PricedBill(quote, quote, null), cards, pointsCard, "by agreement");
    }

    private static Tendered tendered(BillTender... tenders) {
        return Tendered.of(List.of(tenders), CARD, number -> CARD);
    }

    private static Quote quote(
            long listMinor, long pointsMinor, long roundingMinor, long payableMinor, long earned, long redeemed) {
        return new Quote(
                PayBy.OTHER,
                listMinor,
                0,
                listMinor - pointsMinor + roundingMinor - payableMinor,
                0,
                pointsMinor,
                roundingMinor,
                payableMinor,
                earned,
                0,
                redeemed,
                List.of(),
                List.of());
    }
}
