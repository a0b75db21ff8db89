package com.regulars.settlement.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.regulars.card.CardDesk.PinCheck;
import com.regulars.card.CardStatus;
import com.regulars.card.CardSummary;
import com.regulars.ledger.Posted.Moved;
import com.regulars.ledger.TenderType;
import com.regulars.settlement.SettledTender;
import com.regulars.settlement.quote.PaidBy;
import com.regulars.settlement.quote.PayBy;
import com.regulars.settlement.quote.PricedBill;
import com.regulars.settlement.quote.Quote;
import com.regulars.settlement.settle.Tendered.Handed;
import com.regulars.settlement.settle.Tendered.Payment;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was handed over for a bill, what of it pays, and what goes back as change. */
class TenderedTests {

    private static final CardSummary WANGS_CARD = card(7, "6028000000000007", 41, 6_000, 2_000);
    private static final CardSummary LIS_CARD = card(8, "6028000000000008", 42, 500, 0);
    private static final CardSummary CHENS_CARD =
            new CardSummary(9, "6028000000000010", CardStatus.ACTIVE, 43, "day", "日卡", 900, 0, 0, null, null);
    private static final Map<String, CardSummary> CARDS =
            Map.of(WANGS_CARD.number(), WANGS_CARD, LIS_CARD.number(), LIS_CARD, CHENS_CARD.number(), CHENS_CARD);

    @Test
    void storedValueComesFromTheCardOfTheBillUnlessItNamesAnother() {
        assertThat(tendered(WANGS_CARD, storedValue(100, null)).handed())
                .extracting(Handed::card)
                .containsExactly(WANGS_CARD);
        assertThat(tendered(WANGS_CARD, storedValue(100, LIS_CARD.number())).handed())
                .extracting(Handed::card)
                .containsExactly(LIS_CARD);
        assertThat(tendered(null, storedValue(100, LIS_CARD.number())).handed())
                .extracting(Handed::card)
                .containsExactly(LIS_CARD);
    }

    @Test
    void theCardOfTheBillIsNotLookedUpAgain() {
        var asShown = card(7, WANGS_CARD.number(), 41, 1, 1);
        assertThat(tendered(asShown, storedValue(100, WANGS_CARD.number())).handed())
                .extracting(Handed::card)
                .containsExactly(asShown);
    }

    @Test
    void whatIsNoStoredValueHasNoCard() {
        assertThat(tendered(WANGS_CARD, cash(100)).handed()).containsExactly(new Handed(cash(100), null));
    }

    @Test
    void storedValueOfNoCardNamesItsField() {
        invalid("tenders[1].cardNumber", "required", () -> tendered(null, cash(100), storedValue(50, null)));
    }

    @Test
    void aCardPaysOnce() {
        invalid(
                "tenders[2].cardNumber",
                "cardTwice",
                () -> tendered(
                        WANGS_CARD,
                        storedValue(1, null),
                        storedValue(2, LIS_CARD.number()),
                        storedValue(3, WANGS_CARD.number())));
    }

    @Test
    void anUnknownCardIsNotFound() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> tendered(WANGS_CARD, storedValue(1, "6028000000000009")));
    }

    @Test
    void nobodyPaysOnAccount() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> tendered(null, BillTender.of(TenderType.ON_ACCOUNT, 100)))
                .satisfies(refused -> assertThat(refused.getCode()).isEqualTo("ON_ACCOUNT_NOT_POSSIBLE"));
    }

    @Test
    void howABillIsPaidIsWhatItsCardsPayTogether() {
        assertThat(tendered(WANGS_CARD, storedValue(1, null), cash(5), storedValue(2, LIS_CARD.number()))
                        .paidBy(PayBy.BALANCE, WANGS_CARD))
                .isEqualTo(new PaidBy(PayBy.OTHER, 3, false));
        assertThat(tendered(WANGS_CARD, cash(1)).paidBy(PayBy.BALANCE, WANGS_CARD))
                .isEqualTo(PaidBy.OTHER);
    }

    @Test
    void withoutTendersItIsAsItWasQuoted() {
        assertThat(tendered(null).paidBy(PayBy.BALANCE, null)).isEqualTo(PaidBy.BALANCE);
        assertThat(tendered(null).paidBy(PayBy.OTHER, null)).isEqualTo(PaidBy.OTHER);
        assertThat(tendered(WANGS_CARD, storedValue(0, null), cash(0)).paidBy(PayBy.BALANCE, WANGS_CARD))
                .isEqualTo(PaidBy.BALANCE);
    }

    @Test
    void aCardOfAnotherProgrammeThanTheBillsIsNoticed() {
        Tendered both = tendered(WANGS_CARD, storedValue(1, null), storedValue(2, CHENS_CARD.number()));
        assertThat(both.paidBy(PayBy.OTHER, WANGS_CARD)).isEqualTo(new PaidBy(PayBy.OTHER, 3, true));
        assertThat(both.paidBy(PayBy.OTHER, null)).isEqualTo(new PaidBy(PayBy.OTHER, 3, false));
        assertThat(tendered(WANGS_CARD, storedValue(1, null), storedValue(0, CHENS_CARD.number()))
                        .paidBy(PayBy.OTHER, WANGS_CARD))
                .isEqualTo(new PaidBy(PayBy.OTHER, 1, false));
    }

    @Test
    void aTenderOfNothingIsAsIfItWereNotThere() {
        assertThat(tendered(
                                WANGS_CARD,
                                storedValue(0, "6028000000000009"),
                                BillTender.of(TenderType.ON_ACCOUNT, 0),
                                storedValue(0, WANGS_CARD.number()),
                                storedValue(5, WANGS_CARD.number()))
                        .handed())
                .containsExactly(new Handed(storedValue(5, WANGS_CARD.number()), WANGS_CARD));
    }

    @ParameterizedTest
    @CsvSource({"1000,0", "0,1000", "600,400", "600,401", "999,500", "0,5000"})
    void tendersPayTheBillWithChangeBelowTheCash(long byCard, long byCash) {
        Tendered tendered = tendered(WANGS_CARD, storedValue(byCard, null), cash(byCash));
        assertThatCode(() -> tendered.requireToPay(1_000, "10.00")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"600,399", "999,0", "0,999", "1001,0", "1000,1", "1000,500", "1200,300"})
    void tendersThatDoNotPayTheBillAreRefused(long byCard, long byCash) {
        Tendered tendered = tendered(WANGS_CARD, storedValue(byCard, null), cash(byCash));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> tendered.requireToPay(1_000, "10.00"))
                .satisfies(refused -> assertThat(refused.getCode()).isEqualTo("TENDERS_DO_NOT_ADD_UP"))
                .satisfies(refused -> assertThat(refused.getArgs()).containsExactly("10.00"));
    }

    @Test
    void onlyCashGivesChange() {
        var byWechat = tendered(null, BillTender.of(TenderType.WECHAT, 1_001), cash(0));
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> byWechat.requireToPay(1_000, "10.00"));
        var mixed = tendered(null, BillTender.of(TenderType.WECHAT, 400), cash(1_000));
        assertThatCode(() -> mixed.requireToPay(1_000, "10.00")).doesNotThrowAnyException();
        assertThat(mixed.change(1_000)).containsExactly(0, 400);
    }

    @Test
    void theLastCashGivesChangeFirst() {
        var tendered = tendered(WANGS_CARD, cash(500), storedValue(300, null), cash(200), cash(100));
        assertThat(tendered.change(1_100)).containsExactly(0, 0, 0, 0);
        assertThat(tendered.change(1_030)).containsExactly(0, 0, 0, 70);
        assertThat(tendered.change(1_000)).containsExactly(0, 0, 0, 100);
        assertThat(tendered.change(750)).containsExactly(50, 0, 200, 100);
    }

    @Test
    void eachTenderPaysItsAmountLessChangeAndConsumesItsPartOfTheListPrice() {
        var tendered = tendered(WANGS_CARD, storedValue(300, null), cash(800), BillTender.of(TenderType.ALIPAY, 100));
        assertThat(tendered.paying(bill(1_250, 1_000)))
                .containsExactly(
                        new Payment(storedValue(300, null), 7L, 300, 375),
                        new Payment(cash(800), null, 600, 0),
                        new Payment(BillTender.of(TenderType.ALIPAY, 100), null, 100, 0));
    }

    @Test
    void tendersThatPayNothingAreLeftOut() {
        var tendered = tendered(WANGS_CARD, storedValue(0, null), cash(400), cash(100));
        assertThat(tendered.paying(bill(400, 400))).containsExactly(new Payment(cash(400), null, 400, 0));
    }

    @Test
    void aBillOfNothingIsPaidByNothing() {
        assertThat(tendered(WANGS_CARD, storedValue(0, null)).paying(bill(500, 0)))
                .isEmpty();
        assertThat(tendered(null).paying(bill(500, 0))).isEmpty();
    }

    @Test
    void cardsThatPayAreCheckedWithThePinTypedForThem() {
        var tendered = tendered(
                null,
                new BillTender(TenderType.STORED_VALUE, 300, LIS_CARD.number(), "123456"),
                cash(50),
                storedValue(0, WANGS_CARD.number()));
        assertThat(tendered.pinChecks()).containsExactly(new PinCheck(8, 300, "123456"));
        assertThat(tendered.cardIds()).containsExactly(8L);
    }

    @Test
    void theSmallestPaymentIsCheckedToo() {
        var tendered = tendered(WANGS_CARD, storedValue(1, null), storedValue(2, LIS_CARD.number()));
        assertThat(tendered.pinChecks()).containsExactly(new PinCheck(7, 1, null), new PinCheck(8, 2, null));
        assertThat(tendered.cardIds()).containsExactly(7L, 8L);
    }

    @Test
    void settledTendersSayWhatTheCardsPaidAndWhatChangeWasGiven() {
        var tendered =
                tendered(WANGS_CARD, cash(500), storedValue(7_000, null), storedValue(0, LIS_CARD.number()), cash(100));
        assertThat(tendered.settled(7_450, List.of(new Moved(6_000, 1_000, 8_000, 1_000))))
                .containsExactly(
                        new SettledTender(TenderType.CASH, 500, 50, null, null, null, null, null, null),
                        new SettledTender(
                                TenderType.STORED_VALUE,
                                7_000,
                                0,
                                7L,
                                WANGS_CARD.number(),
                                6_000L,
                                1_000L,
                                8_000L,
                                1_000L),
                        new SettledTender(TenderType.CASH, 100, 100, null, null, null, null, null, null));
    }

    @Test
    void whatTheCardsPaidIsToldInTheOrderOfTheTenders() {
        var tendered = tendered(WANGS_CARD, storedValue(1, null), storedValue(2, LIS_CARD.number()));
        assertThat(tendered.settled(3, List.of(new Moved(1, 0, 8_000, 7_999), new Moved(2, 0, 500, 498))))
                .extracting(SettledTender::principalMinor, SettledTender::balanceAfterMinor, SettledTender::paidMinor)
                .containsExactly(tuple(1L, 7_999L, 1L), tuple(2L, 498L, 2L));
    }

    @Test
    void theVisitBelongsToTheHolderOfTheFirstCardThatPays() {
        assertThat(tendered(WANGS_CARD, cash(1), storedValue(2, LIS_CARD.number()), storedValue(1, null))
                        .payingCustomer())
                .isEqualTo(Optional.of(42L));
        assertThat(tendered(WANGS_CARD, cash(1)).payingCustomer()).isEmpty();
    }

    private static Tendered tendered(@Nullable CardSummary billCard, BillTender... tenders) {
        return Tendered.of(
                List.of(tenders),
                billCard,
                number -> Optional.ofNullable(CARDS.get(number))
                        .orElseThrow(() -> new NotFoundException("card", number)));
    }

    private static BillTender cash(long amountMinor) {
        return BillTender.of(TenderType.CASH, amountMinor);
    }

    private static BillTender storedValue(long amountMinor, @Nullable String cardNumber) {
        return new BillTender(TenderType.STORED_VALUE, amountMinor, cardNumber, null);
    }

    private static PricedBill bill(long listMinor, long payableMinor) {
        var quote = new Quote(
                PayBy.OTHER,
                listMinor,
                0,
                listMinor - payableMinor,
                0,
                0,
                0,
                payableMinor,
                0,
                0,
                0,
                List.of(),
                List.of());
        return new PricedBill(quote, quote, null);
    }

    private static CardSummary card(long id, String number, long customerId, long principal, long bonus) {
        return new CardSummary(
                id, number, CardStatus.ACTIVE, customerId, "vip", "贵宾卡", principal, bonus, 0, null, null);
    }

    private static void invalid(String field, String code, ThrowingCallable act) {
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(act)
                .satisfies(invalid -> assertThat(invalid.getField()).isEqualTo(field))
                .satisfies(invalid -> assertThat(invalid.getCode()).isEqualTo(code));
    }
}
