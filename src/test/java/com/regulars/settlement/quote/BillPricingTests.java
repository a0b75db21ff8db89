package com.regulars.settlement.quote;

import static com.regulars.settlement.quote.PricingExamples.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.regulars.card.CardTerms;
import com.regulars.card.programme.PointsTerms;
import com.regulars.card.programme.ProgrammeTerms.VisitBonus;
import com.regulars.coupon.CouponTerms;
import com.regulars.coupon.UsableCoupon;
import com.regulars.settlement.quote.QuoteStep.Rule;
import com.regulars.shared.Rate;
import com.regulars.shared.RefusedException;
import com.regulars.visit.VisitRewards.Candidates;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class BillPricingTests {

    @Test
    void billOf500FromTheBalanceCosts500() {
        Quote quote = price(documentsPolicy(), PayBy.BALANCE, line(50_000));
        assertThat(quote.payableMinor()).isEqualTo(50_000);
        assertThat(quote.discountMinor()).isZero();
    }

    @Test
    void sameBillPaidOtherwiseCosts400() {
        Quote quote = price(documentsPolicy(), PayBy.OTHER, line(50_000));
        assertThat(quote.payableMinor()).isEqualTo(40_000);
        assertThat(quote.discountMinor()).isEqualTo(10_000);
    }

    @Test
    void withoutACardNothingIsTakenOff() {
        Quote quote = price(null, PayBy.OTHER, memberLine(8_800, 7_800));
        assertThat(quote.payableMinor()).isEqualTo(8_800);
        assertThat(quote.pointsToEarn()).isZero();
    }

    @Test
    void memberPriceIsForMembersOnly() {
        assertThat(price(memberCard(), PayBy.OTHER, memberLine(8_800, 7_800)).payableMinor())
                .isEqualTo(7_800);
        assertThat(price(documentsPolicy(), PayBy.BALANCE, memberLine(8_800, 7_800))
                        .payableMinor())
                .isEqualTo(8_800);
    }

    @Test
    void memberPriceAboveTheListPriceCountsForNothing() {
        assertThat(price(memberCard(), PayBy.OTHER, memberLine(7_800, 8_800)).payableMinor())
                .isEqualTo(7_800);
    }

    @Test
    void discountIsTakenAfterTheMemberPrice() {
        Quote quote = price(combinedCard(), PayBy.OTHER, memberLine(8_800, 7_800));
        assertThat(quote.memberPriceSavingMinor()).isEqualTo(1_000);
        assertThat(quote.discountMinor()).isEqualTo(1_560);
        assertThat(quote.payableMinor()).isEqualTo(6_240);
    }

    @Test
    void linesKeptOutOfTheDiscountCarryNone() {
        Quote quote = price(documentsPolicy(), PayBy.OTHER, line(10_000), notDiscountable(1_600));
        assertThat(quote.payableMinor()).isEqualTo(9_600);
        assertThat(quote.lines().get(1).shares().discountMinor()).isZero();
    }

    @Test
    void bill71_50With150PointsPays70AndEarns70() {
        Quote quote = price(pointsCard(), PayBy.OTHER, 150, 150, line(7_150));
        assertThat(quote.payableMinor()).isEqualTo(7_000);
        assertThat(quote.pointsMinor()).isEqualTo(150);
        assertThat(quote.pointsToEarn()).isEqualTo(70);
    }

    @Test
    void hundredPointsOverLinesOfTwoAndOneFiftyAre57And43() {
        Quote quote = price(pointsCard(), PayBy.OTHER, 100, 100, line(200), line(150));
        assertThat(quote.lines())
                .extracting(line -> line.shares().pointsMinor())
                .containsExactly(57L, 43L);
    }

    @Test
    void pointsNeverTakeMoreThanThePayable() {
        Quote quote = price(pointsCard(), PayBy.OTHER, 500, 900, line(300));
        assertThat(quote.payableMinor()).isZero();
        assertThat(quote.pointsRedeemed()).isEqualTo(300);
        assertThat(quote.pointsToEarn()).isZero();
    }

    @Test
    void theLastPointMayBeWorthLessThanTheOthers() {
        var tenFen = new CardTerms(1, false, Rate.ZERO, Rate.ZERO, false, new PointsTerms(1, 100, 0, 10L), null);
        Quote quote = price(tenFen, PayBy.OTHER, 50, 50, line(305));
        assertThat(quote.pointsRedeemed()).isEqualTo(31);
        assertThat(quote.pointsMinor()).isEqualTo(305);
    }

    @Test
    void refusesPointsTheCardDoesNotHold() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> price(pointsCard(), PayBy.OTHER, 151, 150, line(7_150)))
                .satisfies(refused -> assertThat(refused.getCode()).isEqualTo("POINTS_NOT_ENOUGH"));
    }

    @Test
    void refusesPointsWithoutACardThatRedeemsThem() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> price(null, PayBy.OTHER, 1, 0, line(100)))
                .satisfies(refused -> assertThat(refused.getCode()).isEqualTo("POINTS_NOT_ENOUGH"));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> price(documentsPolicy(), PayBy.OTHER, 1, 10, line(100)));
    }

    @Test
    void refusesACouponWhoseMinimumIsNotReached() {
        var withCoupon = new Pricing(List.of(line(100)), PaidBy.OTHER, null, List.of(coupon(50, 101)), 0, 0, 1, null);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> BillPricing.price(withCoupon, MONEY))
                .satisfies(refused -> assertThat(refused.getCode()).isEqualTo("COUPON_NOT_USABLE"));
    }

    /** The minimum is looked at where the coupon's turn comes: after the discount of the way the guest pays. */
    @Test
    void aMinimumOnlyTheOtherWayReachesDoesNotForbidThisOne() {
        var terms = new CardTerms(1, true, Rate.ofPercent(20), Rate.ZERO, false, null, null);
        var coupons = List.of(coupon(50, 1_000));
        var other = new Pricing(List.of(line(1_000)), PaidBy.OTHER, terms, coupons, 0, 0, 1, null);
        assertThat(BillPricing.price(other, MONEY).quote().payableMinor()).isEqualTo(950);
        var balance = new Pricing(List.of(line(1_000)), PaidBy.BALANCE, terms, coupons, 0, 0, 1, null);
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> BillPricing.price(balance, MONEY));
    }

    @Test
    void couponsAreTakenInOneAfterTheOther() {
        var coupons = List.of(coupon(3_000, 10_000), coupon(3_000, 7_000));
        var bill = new Pricing(List.of(line(4_000), line(6_000)), PaidBy.OTHER, null, coupons, 0, 0, 1, null);
        Quote quote = BillPricing.price(bill, MONEY).quote();
        assertThat(quote.couponMinor()).isEqualTo(6_000);
        assertThat(quote.payableMinor()).isEqualTo(4_000);
        assertThat(quote.lines())
                .extracting(line -> line.shares().couponMinor())
                .containsExactly(2_400L, 3_600L);
        assertThat(quote.steps())
                .filteredOn(step -> step.rule() == QuoteStep.Rule.COUPON)
                .extracting(QuoteStep::result)
                .containsExactly(3_000L, 3_000L);
    }

    private static UsableCoupon coupon(long amountOff, long minBill) {
        return new UsableCoupon(1, "K", "券", 1, CouponTerms.simple(amountOff, null, null, minBill, false));
    }

    @Test
    void billBelowTheMinimumEarnsNothing() {
        var terms = new CardTerms(1, false, Rate.ZERO, Rate.ZERO, false, new PointsTerms(1, 100, 5_000, null), null);
        assertThat(price(terms, PayBy.OTHER, line(4_999)).pointsToEarn()).isZero();
        assertThat(price(terms, PayBy.OTHER, line(5_000)).pointsToEarn()).isEqualTo(50);
    }

    @Test
    void pointsComeForWholeAmountsOnly() {
        var terms = new CardTerms(1, false, Rate.ZERO, Rate.ZERO, false, new PointsTerms(2, 1_000, 0, null), null);
        assertThat(price(terms, PayBy.OTHER, line(1_999)).pointsToEarn()).isEqualTo(2);
    }

    @Test
    void roundingDownIsTheLastStepAndSigned() {
        var rounded = new Pricing(List.of(line(333), line(222)), PaidBy.OTHER, null, List.of(), 0, 0, 10, null);
        Quote quote = BillPricing.price(rounded, MONEY).quote();
        assertThat(quote.payableMinor()).isEqualTo(550);
        assertThat(quote.roundingMinor()).isEqualTo(-5);
        assertThat(quote.lines().stream()
                        .mapToLong(line -> line.shares().roundingMinor())
                        .sum())
                .isEqualTo(-5);
    }

    @Test
    void everyStepIsExplainedInTheFixedOrderEvenWhenZero() {
        assertThat(price(null, PayBy.OTHER, line(100)).steps())
                .extracting(QuoteStep::rule)
                .containsExactlyElementsOf(EnumSet.complementOf(EnumSet.of(Rule.VISIT_BONUS)));
    }

    @Test
    void theVisitThatFillsTheNumberEarnsTheBonusBesideThePointsForTheAmount() {
        Quote third = visit(3);
        assertThat(third.pointsToEarn()).isEqualTo(150);
        assertThat(third.visitBonusPoints()).isEqualTo(50);
        assertThat(third.steps().getLast())
                .isEqualTo(new QuoteStep(Rule.VISIT_BONUS, "EARNED", 3, "3 / 30", 50, List.of("3", "3", "30", "50")));
        Quote second = visit(2);
        assertThat(second.pointsToEarn()).isEqualTo(100);
        assertThat(second.steps().getLast().reason()).isEqualTo("NOT_YET");
    }

    private static Quote visit(long number) {
        var among = new Candidates("gold", 41, LocalDate.of(2026, 10, 25), LocalDate.of(2026, 11, 23));
        return BillPricing.price(
                        new Pricing(
                                List.of(line(10_000)),
                                PaidBy.OTHER,
                                pointsCard(),
                                List.of(),
                                0,
                                0,
                                1,
                                new CountedVisit(new VisitBonus(3, 30, 50), number, among)),
                        MONEY)
                .quote();
    }

    @Test
    void stepsSayBaseFactorAndResult() {
        assertThat(price(documentsPolicy(), PayBy.OTHER, line(50_000)).steps())
                .filteredOn(step -> step.rule() == Rule.DISCOUNT)
                .containsExactly(new QuoteStep(Rule.DISCOUNT, "OTHER_OFF", 50_000, "20%", 10_000, List.of("20%", "8")));
    }

    @Test
    void wholePercentsAndTheirTenthsReadAsPeopleSayThem() {
        var terms = new CardTerms(1, true, Rate.ZERO, new Rate(1_250), false, null, null);
        assertThat(price(terms, PayBy.OTHER, line(1_000)).steps().get(2).args()).containsExactly("12.5%", "8.75");
    }
}
