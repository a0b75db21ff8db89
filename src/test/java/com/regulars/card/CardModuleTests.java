package com.regulars.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.card.BillCards.PointsMovement;
import com.regulars.card.BillCards.StoredValuePayment;
import com.regulars.card.BillCards.TenderTaken;
import com.regulars.card.RefundCards.PointsBack;
import com.regulars.card.RefundCards.StoredValueBack;
import com.regulars.card.topup.TopUpCard;
import com.regulars.card.topup.ToppedUpCard;
import com.regulars.card.topup.ToppingUp;
import com.regulars.ledger.SpendOrder;
import com.regulars.ledger.TenderType;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.testing.StatementCount;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegularsTest
@Import(CardFixtures.class)
class CardModuleTests {

    @Autowired
    CardFixtures given;

    @Autowired
    Cards cards;

    @Autowired
    CardIssuing issuing;

    @Autowired
    ToppingUp toppingUp;

    @Autowired
    CardFreezing freezing;

    @Autowired
    CardPins pins;

    @Autowired
    JdbcClient jdbc;

    @Test
    void topping_up_ten_thousand_gives_two_thousand() {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        ToppedUpCard toppedUp = given.topUp(card, 1_000_000);

        assertThat(toppedUp.principalMinor()).isEqualTo(1_000_000);
        assertThat(toppedUp.bonusMinor()).isEqualTo(200_000);
        assertThat(toppedUp.balanceAfterMinor()).isEqualTo(1_200_000);
        assertThat(cards.get(card.number()).balanceMinor()).isEqualTo(1_200_000);
    }

    @Test
    void the_highest_tier_reached_gives_its_bonus_once() {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        assertThat(given.topUp(card, 99_999).bonusMinor()).isZero();
        assertThat(given.topUp(card, 100_000).bonusMinor()).isEqualTo(10_000);
        assertThat(given.topUp(card, 999_999).bonusMinor()).isEqualTo(10_000);
    }

    @Test
    void receipt_numbers_of_a_till_have_no_gap() {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        String first = given.topUp(card, 1_000).receiptNumber();
        refuses("TOP_UP_TOO_SMALL", () -> given.topUp(card, 999));
        String second = given.topUp(card, 1_000).receiptNumber();
        assertThat(number(second)).isEqualTo(number(first) + 1);
    }

    private static int number(String receipt) {
        return Integer.parseInt(receipt.substring(receipt.lastIndexOf('-') + 1));
    }

    @Test
    void principal_first_leaves_the_bonus_for_last() {
        CardSummary card = given.cardWith(1_000_000);
        var drawn = given.pay(card, 1_050_000).drawn().getFirst();
        assertThat(drawn.principalMinor()).isEqualTo(1_000_000);
        assertThat(drawn.bonusMinor()).isEqualTo(50_000);
        assertThat(drawn.balanceBeforeMinor()).isEqualTo(1_200_000);
        assertThat(drawn.balanceAfterMinor()).isEqualTo(150_000);
    }

    @Test
    void bonus_first_spends_the_bonus() {
        CardSummary card = given.card(given.combined(SpendOrder.BONUS_FIRST, null));
        given.topUp(card, 1_000_000);
        var drawn = given.pay(card, 250_000).drawn().getFirst();
        assertThat(drawn.principalMinor()).isEqualTo(50_000);
        assertThat(drawn.bonusMinor()).isEqualTo(200_000);
    }

    @Test
    void proportional_rounds_the_principal_half_up() {
        CardSummary card = given.card(given.combined(SpendOrder.PROPORTIONAL, null));
        given.topUp(card, 1_000_000);
        var drawn = given.pay(card, 100).drawn().getFirst();
        assertThat(drawn.principalMinor()).isEqualTo(83);
        assertThat(drawn.bonusMinor()).isEqualTo(17);
        var rest = given.pay(card, 1_199_900).drawn().getFirst();
        assertThat(rest.principalMinor()).isEqualTo(999_917);
        assertThat(rest.balanceAfterMinor()).isZero();
    }

    @Test
    void refuses_to_pay_more_than_is_on_the_card() {
        CardSummary card = given.cardWith(5_000);
        refuses("INSUFFICIENT_BALANCE", () -> given.pay(card, 5_001));
        assertThat(cards.get(card.id()).balanceMinor()).isEqualTo(5_000);
    }

    @Test
    void a_card_without_stored_value_cannot_pay() {
        CardSummary card = given.card(given.memberPrice(0));
        refuses("INSUFFICIENT_BALANCE", () -> given.pay(card, 1));
        refuses("NO_STORED_VALUE", () -> given.topUp(card, 1_000));
    }

    @Test
    void a_frozen_card_neither_pays_nor_takes_money_until_it_is_let_go() {
        CardSummary card = given.cardWith(5_000);
        assertThat(CardFixtures.asManager(() -> freezing.freeze(card.number())).status())
                .isEqualTo(CardStatus.FROZEN);
        refuses("CARD_NOT_ACTIVE", () -> given.pay(card, 100));
        refuses("CARD_NOT_ACTIVE", () -> given.topUp(card, 1_000));
        CardFixtures.asManager(() -> freezing.unfreeze(card.number()));
        assertThat(given.pay(card, 100).drawn()).hasSize(1);
    }

    @Test
    void the_life_of_a_card_tells_who_did_what() {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        Actor manager = Fixtures.employee(Role.MANAGER);
        CurrentActor.as(manager, () -> freezing.freeze(card.number()));
        CurrentActor.as(manager, () -> freezing.freeze(card.number()));
        CurrentActor.as(manager, () -> freezing.unfreeze(card.number()));
        CardFixtures.asManager(() -> {
            pins.change(card.id(), "135790");
            return true;
        });

        assertThat(jdbc.sql("""
                        select kind || ' ' || status || ' ' || actor_key || ' ' || actor_name
                        from card_event where card_id = :card order by id
                        """).param("card", card.id()).query(String.class).list())
                .containsExactly(
                        "ISSUED ACTIVE SYSTEM:0 system",
                        "FROZEN FROZEN EMPLOYEE:0 测试员",
                        "UNFROZEN ACTIVE EMPLOYEE:0 测试员",
                        "PIN_CHANGED ACTIVE SYSTEM:0 system");
    }

    @Test
    void stored_value_cannot_buy_stored_value() {
        CardSummary card = given.cardWith(5_000);
        refuses(
                "STORED_VALUE_CANNOT_BUY_STORED_VALUE",
                () -> given.once(() -> toppingUp.topUp(
                        new TopUpCard(card.number(), given.venue().id(), null, 1_000, TenderType.STORED_VALUE))));
    }

    @Test
    void refuses_to_go_over_the_highest_balance_bonus_included() {
        CardSummary card = given.card(given.programme(
                CardFixtures.storedValue(SpendOrder.PRINCIPAL_FIRST, 1_100_000L, null), null, null, null));
        refuses("BALANCE_LIMIT", () -> given.topUp(card, 1_000_000));
        assertThat(given.topUp(card, 999_999).balanceAfterMinor()).isEqualTo(1_009_999);
    }

    @Test
    void a_member_price_has_a_fee_and_an_end() {
        var programme = given.memberPrice(30_000);
        long customer = given.customer();
        refuses(
                "FEE_TENDER_REQUIRED",
                () -> given.once(() -> issuing.issue(
                        new IssueCard(customer, programme.code(), given.venue().id(), null, null, null))));
        CardSummary card = given.card(programme);
        assertThat(card.memberPriceUntil()).isNotNull();
        assertThat(cards.terms(card, card.memberPriceUntil()).memberPrice()).isTrue();
        assertThat(cards.terms(card, card.memberPriceUntil().plusDays(1)).memberPrice())
                .isFalse();
    }

    @Test
    void what_a_card_brings_to_a_bill_is_known_without_asking_again() {
        CardSummary card = given.cardWith(5_000);
        cards.terms(card, CardFixtures.TODAY);
        assertThat(StatementCount.during(() -> cards.terms(card, CardFixtures.TODAY)))
                .isEmpty();
    }

    @Test
    void asks_for_the_pin_only_above_the_limit() {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, 1_000L), "246810");
        given.topUp(card, 100_000);
        assertThat(given.pay(card, 1_000).drawn()).hasSize(1);
        refuses("PIN_REQUIRED", () -> given.pay(card, 1_001));
        refuses("PIN_WRONG", () -> given.bill(given.paidBy(card, 1_001, "000000")));
        assertThat(given.bill(given.paidBy(card, 1_001, "246810")).drawn()).hasSize(1);
    }

    @Test
    void a_card_without_pin_cannot_pay_above_the_limit() {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, 1_000L));
        given.topUp(card, 100_000);
        refuses("PIN_REQUIRED", () -> given.bill(given.paidBy(card, 1_001, "246810")));
    }

    @Test
    void five_wrong_pins_lock_even_the_right_one() {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, 0L), "246810");
        given.topUp(card, 100_000);
        for (int i = 0; i < 5; i++) {
            refuses("PIN_WRONG", () -> given.bill(given.paidBy(card, 100, "111111")));
        }
        refuses("PIN_LOCKED", () -> given.bill(given.paidBy(card, 100, "246810")));
        CardFixtures.asManager(() -> {
            pins.change(card.id(), "135790");
            return true;
        });
        assertThat(given.bill(given.paidBy(card, 100, "135790")).drawn()).hasSize(1);
    }

    @Test
    void a_right_pin_is_no_failure_even_when_the_bill_is_refused_for_another_reason() {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, 0L), "246810");
        given.topUp(card, 1_000);
        for (int i = 0; i < 6; i++) {
            refuses("INSUFFICIENT_BALANCE", () -> given.bill(given.paidBy(card, 2_000, "246810")));
        }
        assertThat(given.bill(given.paidBy(card, 1_000, "246810")).drawn()).hasSize(1);
    }

    @Test
    void points_are_redeemed_earned_and_wholly_undone_by_a_refund() {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        given.bill(cash(card, 15_000, 0, 150));
        BilledCards billed = given.bill(cash(card, 7_000, 150, 70));
        assertThat(billed.pointsBefore()).isEqualTo(150);
        assertThat(billed.pointsAfter()).isEqualTo(70);

        RefundedCards refunded = given.refund(cashBack(billed, card, 7_000, 150, 70));
        assertThat(refunded.pointsReturned()).isEqualTo(150);
        assertThat(refunded.pointsClawedBack()).isEqualTo(70);
        assertThat(cards.get(card.id()).points()).isEqualTo(150);
    }

    @Test
    void refuses_points_that_are_not_there() {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        refuses("POINTS_NOT_ENOUGH", () -> given.bill(cash(card, 7_000, 1, 0)));
    }

    @Test
    void points_already_spent_are_clawed_back_down_to_zero() {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        BilledCards earned = given.bill(cash(card, 10_000, 0, 100));
        given.bill(cash(card, 900, 60, 0));
        RefundedCards refunded = given.refund(cashBack(earned, card, 10_000, 0, 100));
        assertThat(refunded.pointsClawedBack()).isEqualTo(40);
        assertThat(cards.get(card.id()).points()).isZero();
    }

    @Test
    void part_refunds_end_where_one_full_refund_would() {
        CardSummary card = given.card(given.combined(SpendOrder.PROPORTIONAL, null));
        given.topUp(card, 1_000_000);
        BilledCards billed = given.pay(card, 1_001);
        StoredValueDrawn drawn = billed.drawn().getFirst();
        long principal = 0;
        long bonus = 0;
        for (long part : new long[] {334, 333, 334}) {
            StoredValueDrawn back =
                    given.refund(back(billed, card, part)).returned().getFirst();
            assertThat(back.amountMinor()).isEqualTo(part);
            principal += back.principalMinor();
            bonus += back.bonusMinor();
        }
        assertThat(principal).isEqualTo(drawn.principalMinor());
        assertThat(bonus).isEqualTo(drawn.bonusMinor());
        refuses("REFUND_TOO_LARGE", () -> given.refund(back(billed, card, 1)));
        assertThat(cards.get(card.id()).principalMinor()).isEqualTo(1_000_000);
        assertThat(cards.get(card.id()).bonusMinor()).isEqualTo(200_000);
    }

    @Test
    void a_mixed_bill_goes_back_to_both_of_its_tenders_and_never_more_than_each_paid() {
        CardSummary card = given.cardWith(100_000);
        BilledCards billed = given.bill(new BillCards(
                "mixed",
                given.venue().id(),
                CardFixtures.TODAY,
                null,
                1_000,
                -3,
                List.of(new StoredValuePayment(card.id(), 400, 401, null)),
                List.of(new TenderTaken(TenderType.WECHAT, 600)),
                null));
        refuses(
                "REFUND_TOO_LARGE",
                () -> given.refund(refund(billed, List.of(), List.of(new TenderTaken(TenderType.WECHAT, 601)), null)));
        refuses(
                "REFUND_TOO_LARGE",
                () -> given.refund(refund(billed, List.of(), List.of(new TenderTaken(TenderType.CASH, 1)), null)));
        given.refund(refund(
                billed,
                List.of(new StoredValueBack(card.id(), 400)),
                List.of(new TenderTaken(TenderType.WECHAT, 600)),
                null));
        assertThat(cards.get(card.id()).balanceMinor()).isEqualTo(110_000);
    }

    @Test
    void a_card_number_has_a_check_digit_and_is_shown_masked() {
        CardSummary card = given.card(given.memberPrice(0));
        var number = new CardNumber(card.number());
        assertThat(number.isPlausible()).isTrue();
        assertThat(number.masked()).matches("6028 \\*{4} \\*{4} [0-9]{4}");
        char wrong = card.number().charAt(7) == '5' ? '6' : '5';
        assertThat(new CardNumber(card.number().substring(0, 7)
                                + wrong
                                + card.number().substring(8))
                        .isPlausible())
                .isFalse();
    }

    @Test
    void a_card_nobody_has_is_not_found() {
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> cards.get("6028000000000000"));
    }

    private BillCards cash(CardSummary card, long payable, long redeem, long earn) {
        return new BillCards(
                "cash",
                given.venue().id(),
                CardFixtures.TODAY,
                null,
                payable,
                0,
                List.of(),
                List.of(new TenderTaken(TenderType.CASH, payable)),
                new PointsMovement(card.id(), redeem, redeem, earn, "test"));
    }

    private RefundCards cashBack(BilledCards billed, CardSummary card, long amount, long returned, long clawed) {
        return refund(
                billed,
                List.of(),
                List.of(new TenderTaken(TenderType.CASH, amount)),
                new PointsBack(card.id(), returned, clawed));
    }

    private RefundCards back(BilledCards billed, CardSummary card, long amount) {
        return refund(billed, List.of(new StoredValueBack(card.id(), amount)), List.of(), null);
    }

    private RefundCards refund(
            BilledCards billed,
            List<StoredValueBack> storedValue,
            List<TenderTaken> tenders,
            @Nullable PointsBack points) {
        return new RefundCards(
                billed.postingId(),
                given.venue().id(),
                "refund",
                CardFixtures.TODAY,
                null,
                "退菜",
                storedValue,
                tenders,
                points);
    }

    private static void refuses(String code, ThrowingCallable action) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(action)
                .satisfies(refused -> assertThat(refused.getCode()).isEqualTo(code));
    }
}
