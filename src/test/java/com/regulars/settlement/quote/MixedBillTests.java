package com.regulars.settlement.quote;

import static com.regulars.settlement.quote.PricingExamples.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.regulars.card.CardTerms;
import com.regulars.card.programme.PointsTerms;
import com.regulars.coupon.CouponTerms;
import com.regulars.coupon.UsableCoupon;
import com.regulars.settlement.quote.QuoteStep.Rule;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.Rate;
import com.regulars.shared.RefusedException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bill that is paid from the balance for a part only: each part gets its own discount. Numbers reckoned by hand. */
class MixedBillTests {

    /**
     * 100.00 under "none from the balance, 20 % off otherwise": off = (100.00 − balance) × 20 %. A fen of cash buys no
     * discount for the rest; a fen from the balance costs none either.
     */
    @ParameterizedTest
    @CsvSource({
        "0,2000,8000",
        "1,2000,8000",
        "2,2000,8000",
        "3,1999,8001",
        "5000,1000,9000",
        "8000,400,9600",
        "8800,240,9760",
        "9996,1,9999",
        "9997,1,9999",
        "9998,0,10000",
        "9999,0,10000",
        "10000,0,10000",
        "12000,0,10000"
    })
    void onlyTheOtherPartIsTwentyPercentOff(long storedValue, long discount, long payable) {
        Quote quote = mixed(documentsPolicy(), storedValue, line(10_000));
        assertThat(quote.discountMinor()).isEqualTo(discount);
        assertThat(quote.payableMinor()).isEqualTo(payable);
    }

    @Test
    void theStepSaysHowMuchOfTheBillGetsTheDiscount() {
        assertThat(discountStep(mixed(documentsPolicy(), 8_800, line(10_000))))
                .isEqualTo(new QuoteStep(
                        Rule.DISCOUNT,
                        "MIXED_OTHER_OFF",
                        10_000,
                        "0% × 88.00 / 100.00 + 20% × 12.00 / 100.00",
                        240,
                        List.of("88.00", "0%", "10", "12.00", "20%", "8")));
        assertThat(discountStep(mixed(rates(500, 2_000), 5_000, line(10_000))).reason())
                .isEqualTo("MIXED_BOTH_OFF");
        assertThat(discountStep(mixed(rates(500, 0), 5_000, line(10_000))).reason())
                .isEqualTo("MIXED_BALANCE_OFF");
    }

    /** D_B 500, D_O 2,000, PB 9,500; 4,750 is half of it: (500 + 2,000) / 2. */
    @Test
    void bothPercentagesCountByTheirParts() {
        Quote quote = mixed(rates(500, 2_000), 4_750, line(10_000));
        assertThat(quote.discountMinor()).isEqualTo(1_250);
        assertThat(quote.payableMinor()).isEqualTo(8_750);
    }

    /** D_B 1,000, D_O 0, PB 9,000; from 4,500 on the half: 500 off. */
    @Test
    void aProgrammeMayRewardTheBalanceInstead() {
        assertThat(mixed(rates(1_000, 0), 4_500, line(10_000)).discountMinor()).isEqualTo(500);
        assertThat(mixed(rates(1_000, 0), 8_999, line(10_000)).discountMinor()).isEqualTo(1_000);
        assertThat(mixed(rates(1_000, 0), 1, line(10_000)).discountMinor()).isZero();
    }

    /** D_B of 3.33 at 12.34 % is 0.41 (41.09), D_O at 50 % 1.67 (166.5); PB 2.92; S 1.00: (41 + 1.92 × 167) / 2.92 = 123.9. */
    @Test
    void eachDiscountIsRoundedBeforeTheyAreMixed() {
        assertThat(mixed(rates(1_234, 5_000), 100, line(333)).discountMinor()).isEqualTo(124);
    }

    @Test
    void equalPercentagesKnowNoMixture() {
        assertThat(discountStep(mixed(rates(1_000, 1_000), 5_000, line(10_000))))
                .isEqualTo(new QuoteStep(Rule.DISCOUNT, "OTHER_OFF", 10_000, "10%", 1_000, List.of("10%", "9")));
    }

    /** Of 116.00 only the dish of 100.00 has a discount; PB is 116.00, half of it from the balance. */
    @Test
    void whatHasNoDiscountIsPartOfTheBillAllTheSame() {
        Quote quote = mixed(documentsPolicy(), 5_800, line(10_000), notDiscountable(1_600));
        assertThat(quote.discountMinor()).isEqualTo(1_000);
        assertThat(quote.lines().get(1).shares().discountMinor()).isZero();
    }

    /** 71.50 less 1.50 of points is 70.00 from the balance; half of it: off 20 % of 35.75, which is 7.15. */
    @Test
    void pointsComeAfterTheMixedDiscount() {
        Quote quote = priced(combinedCard(), 3_500, false, 150, 1, line(7_150)).quote();
        assertThat(quote.discountMinor()).isEqualTo(715);
        assertThat(quote.pointsMinor()).isEqualTo(150);
        assertThat(quote.payableMinor()).isEqualTo(6_285);
        assertThat(quote.pointsToEarn()).isEqualTo(62);
    }

    /** 10.09 rounds to 10.00 from the balance; of 9.95 from it 5 × 2.02 / 10.00 is 0.01 off, 10.08 rounds to 10.00 too. */
    @Test
    void roundingComesLast() {
        Quote quote = priced(documentsPolicy(), 995, false, 0, 100, line(1_009)).quote();
        assertThat(quote.discountMinor()).isEqualTo(1);
        assertThat(quote.roundingMinor()).isEqualTo(-8);
        assertThat(quote.payableMinor()).isEqualTo(1_000);
    }

    /** 200.00 costs 200.00 from the balance; with 150.00 from it 195.00 would round to 100.00, less than is paid already. */
    @Test
    void aBillThatStoredValueWouldOverpayCostsWhatItDoesFromTheBalance() {
        PricedBill bill = priced(documentsPolicy(), 15_000, false, 0, 10_000, line(20_000));
        assertThat(bill.quote()).isEqualTo(bill.fromBalance());
        assertThat(bill.quote().payableMinor()).isEqualTo(20_000);
    }

    @Test
    void aCardOfAnotherProgrammeBringsTheSmallerDiscount() {
        CardTerms terms = rates(2_000, 500);
        assertThat(priced(terms, 10_000, true, 0, 1, line(10_000)).quote().discountMinor())
                .isEqualTo(500);
        assertThat(priced(terms, 10_000, false, 0, 1, line(10_000)).quote().discountMinor())
                .isEqualTo(2_000);
        assertThat(priced(terms, 4_000, true, 0, 1, line(10_000)).quote().discountMinor())
                .isEqualTo(500);
        assertThat(priced(rates(500, 2_000), 9_500, true, 0, 1, line(10_000))
                        .quote()
                        .discountMinor())
                .isEqualTo(500);
    }

    @Test
    void withoutACardThereIsNoDiscountToMix() {
        Quote quote = mixed(null, 500, line(1_000));
        assertThat(quote.payableMinor()).isEqualTo(1_000);
        assertThat(discountStep(quote).reason()).isEqualTo("NO_CARD");
    }

    @Test
    void aBillThatCostsNothingIsNotDivided() {
        assertThat(mixed(documentsPolicy(), 500, line(0)).payableMinor()).isZero();
        assertThat(priced(documentsPolicy(), 500, false, 0, 1, line(0)).listValueOf(0))
                .isZero();
    }

    @Test
    void whatIsRefusedFromTheBalanceIsRefusedOfAMixedBill() {
        var coupon = new UsableCoupon(1, "K", "券", 1, CouponTerms.simple(1L, null, null, 101, false));
        var bill = new Pricing(
                List.of(line(100)), new PaidBy(PayBy.OTHER, 50, false), null, List.of(coupon), 0, 0, 1, null);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> BillPricing.price(bill, MONEY))
                .satisfies(refused -> assertThat(refused.getCode()).isEqualTo("COUPON_NOT_USABLE"));
    }

    @Test
    void aPartByStoredValueIsNamedOnlyWithOther() {
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> PaidBy.quoted(PayBy.BALANCE, 1))
                .satisfies(invalid -> assertThat(invalid.getField()).isEqualTo("storedValueMinor"));
        assertThat(PaidBy.quoted(PayBy.BALANCE, 0)).isEqualTo(PaidBy.BALANCE);
        assertThat(PaidBy.quoted(PayBy.OTHER, 5)).isEqualTo(new PaidBy(PayBy.OTHER, 5, false));
    }

    /** 88.00 with a member price of 78.00 and 5 % off from the balance: 78.00 − 3.90 = 74.10 pays for 88.00. */
    @Test
    void storedValueConsumesTheListValueOfItsPart() {
        var member = new CardTerms(1, true, new Rate(500), Rate.ofPercent(20), true, null, null);
        PricedBill bill = priced(member, 3_705, false, 0, 1, memberLine(8_800, 7_800));
        assertThat(bill.listValueOf(7_410)).isEqualTo(8_800);
        assertThat(bill.listValueOf(3_705)).isEqualTo(4_400);
        assertThat(bill.listValueOf(1)).isEqualTo(1);
    }

    @Test
    void whatPointsPaidIsNoListValueOfStoredValue() {
        PricedBill bill = priced(combinedCard(), 7_000, false, 150, 1, line(7_150));
        assertThat(bill.quote().payableMinor()).isEqualTo(7_000);
        assertThat(bill.listValueOf(7_000)).isEqualTo(7_000);
    }

    private static Quote mixed(@Nullable CardTerms terms, long storedValue, BillLine... lines) {
        return priced(terms, storedValue, false, 0, 1, lines).quote();
    }

    private static PricedBill priced(
            @Nullable CardTerms terms,
            long storedValue,
            boolean otherProgramme,
            long points,
            long roundDownTo,
            BillLine... lines) {
        var paidBy = new PaidBy(PayBy.OTHER, storedValue, otherProgramme);
        return BillPricing.price(
                new Pricing(List.of(lines), paidBy, terms, List.of(), points, points, roundDownTo, null), MONEY);
    }

    private static CardTerms rates(int balanceBasisPoints, int otherBasisPoints) {
        return new CardTerms(
                1,
                true,
                new Rate(balanceBasisPoints),
                new Rate(otherBasisPoints),
                false,
                new PointsTerms(1, 100, 0, 1L),
                null);
    }

    private static QuoteStep discountStep(Quote quote) {
        return quote.steps().get(Rule.DISCOUNT.ordinal());
    }
}
