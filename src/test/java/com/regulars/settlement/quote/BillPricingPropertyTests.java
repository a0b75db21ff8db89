package com.regulars.settlement.quote;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.card.CardTerms;
import com.regulars.card.programme.PointsTerms;
import com.regulars.coupon.CouponTerms;
import com.regulars.coupon.UsableCoupon;
import com.regulars.shared.Rate;
import java.util.function.ToLongFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BillPricingPropertyTests {

    @Property(tries = 500)
    void payableIsListLessSavingsAndEveryShareAddsUp(@ForAll("pricings") Pricing pricing) {
        Quote quote = BillPricing.price(pricing, PricingExamples.MONEY).quote();
        assertThat(quote.payableMinor())
                .isEqualTo(quote.listTotalMinor()
                        - quote.memberPriceSavingMinor()
                        - quote.discountMinor()
                        - quote.couponMinor()
                        - quote.pointsMinor()
                        + quote.roundingMinor())
                .isNotNegative();
        assertThat(sum(quote, QuotedLine::payableMinor)).isEqualTo(quote.payableMinor());
        assertThat(sum(quote, line -> line.shares().memberPriceMinor())).isEqualTo(quote.memberPriceSavingMinor());
        assertThat(sum(quote, line -> line.shares().discountMinor())).isEqualTo(quote.discountMinor());
        assertThat(sum(quote, line -> line.shares().couponMinor())).isEqualTo(quote.couponMinor());
        assertThat(sum(quote, line -> line.shares().pointsMinor())).isEqualTo(quote.pointsMinor());
        assertThat(sum(quote, line -> line.shares().roundingMinor())).isEqualTo(quote.roundingMinor());
    }

    @Property(tries = 500)
    void noLineCostsLessThanNothingAndNoShareIsNegative(@ForAll("pricings") Pricing pricing) {
        Quote quote = BillPricing.price(pricing, PricingExamples.MONEY).quote();
        assertThat(quote.lines()).allSatisfy(line -> {
            assertThat(line.payableMinor()).isNotNegative();
            assertThat(line.shares().memberPriceMinor()).isNotNegative();
            assertThat(line.shares().discountMinor()).isNotNegative();
            assertThat(line.shares().couponMinor()).isNotNegative();
            assertThat(line.shares().pointsMinor()).isNotNegative();
            assertThat(line.shares().roundingMinor()).isNotPositive();
            assertThat(line.payableMinor())
                    .isEqualTo(line.listMinor()
                            - line.shares().memberPriceMinor()
                            - line.shares().discountMinor()
                            - line.shares().couponMinor()
                            - line.shares().pointsMinor()
                            + line.shares().roundingMinor());
        });
        assertThat(quote.pointsRedeemed()).isLessThanOrEqualTo(pricing.redeemPoints());
    }

    @Property(tries = 500)
    void aMixedDiscountLiesBetweenTheTwo(@ForAll("pricings") Pricing pricing) {
        long off = priced(pricing).quote().discountMinor();
        long balance = priced(withPaidBy(pricing, PayBy.BALANCE, 0)).quote().discountMinor();
        long other = priced(withPaidBy(pricing, PayBy.OTHER, 0)).quote().discountMinor();
        assertThat(off).isBetween(Math.min(balance, other), Math.max(balance, other));
    }

    @Property(tries = 500)
    void storedValueNeverPaysMoreThanTheBill(@ForAll("pricings") Pricing pricing) {
        PricedBill bill = priced(pricing);
        long whole = bill.fromBalance().payableMinor();
        long storedValue = pricing.paidBy().storedValueMinor();
        if (storedValue > 0 && storedValue >= whole) {
            assertThat(bill.quote()).isEqualTo(bill.fromBalance());
        } else if (storedValue > 0) {
            assertThat(bill.quote().payableMinor())
                    .satisfiesAnyOf(
                            payable -> assertThat(payable).isGreaterThan(storedValue),
                            payable -> assertThat(payable).isEqualTo(whole));
        }
    }

    @Property(tries = 500)
    void moreFromTheBalanceNeverMakesTheGuestPayTwiceForIt(@ForAll("pricings") Pricing pricing) {
        long storedValue = pricing.paidBy().storedValueMinor();
        long before =
                priced(withPaidBy(pricing, PayBy.OTHER, storedValue)).quote().discountMinor();
        long after = priced(withPaidBy(pricing, PayBy.OTHER, storedValue + 1))
                .quote()
                .discountMinor();
        long balance = priced(withPaidBy(pricing, PayBy.BALANCE, 0)).quote().discountMinor();
        assertThat(Math.abs(after - balance)).isLessThanOrEqualTo(Math.abs(before - balance));
    }

    @Property(tries = 500)
    void listValueOfTheWholeBillIsWhatWasConsumedLessWhatPointsPaid(@ForAll("pricings") Pricing pricing) {
        PricedBill bill = priced(pricing);
        Quote whole = bill.fromBalance();
        if (whole.payableMinor() == 0) {
            assertThat(bill.listValueOf(0)).isZero();
        } else {
            assertThat(bill.listValueOf(whole.payableMinor()))
                    .isEqualTo(
                            whole.listTotalMinor() - whole.couponMinor() - whole.pointsMinor() + whole.roundingMinor());
        }
    }

    private static PricedBill priced(Pricing pricing) {
        return BillPricing.price(pricing, PricingExamples.MONEY);
    }

    private static Pricing withPaidBy(Pricing pricing, PayBy payBy, long storedValueMinor) {
        return new Pricing(
                pricing.lines(),
                new PaidBy(payBy, storedValueMinor, pricing.paidBy().otherProgramme()),
                pricing.terms(),
                pricing.coupons(),
                pricing.redeemPoints(),
                pricing.pointsAvailable(),
                pricing.roundDownToMinor(),
                pricing.visit());
    }

    private static long sum(Quote quote, ToLongFunction<QuotedLine> of) {
        return quote.lines().stream().mapToLong(of).sum();
    }

    @Provide
    Arbitrary<Pricing> pricings() {
        return Combinators.combine(
                        lines().list().ofMinSize(1).ofMaxSize(12),
                        paidBy(),
                        terms(),
                        coupons().list().ofMaxSize(3),
                        Arbitraries.longs().between(0, 100_000),
                        Arbitraries.of(1L, 10L, 100L))
                .as((lines, paidBy, terms, coupons, points, rounding) ->
                        new Pricing(lines, paidBy, terms, coupons, points, points, rounding, null));
    }

    /** Without a minimum, so that none is refused. */
    private static Arbitrary<UsableCoupon> coupons() {
        Arbitrary<Long> amounts = Arbitraries.longs().between(1, 200_000);
        return Combinators.combine(
                        amounts, Arbitraries.integers().between(1, 10_000).injectNull(0.5), amounts.injectNull(0.5))
                .as((amount, percent, cap) -> new UsableCoupon(
                        1,
                        "K",
                        "券",
                        1,
                        percent == null
                                ? CouponTerms.simple(amount, null, null, 0, false)
                                : CouponTerms.simple(null, new Rate(percent), cap, 0, false)));
    }

    private static Arbitrary<PaidBy> paidBy() {
        return Combinators.combine(
                        Arbitraries.of(PayBy.values()),
                        Arbitraries.longs().between(0, 1_000_000).injectNull(0.3),
                        Arbitraries.of(true, false))
                .as((payBy, storedValue, other) -> new PaidBy(payBy, storedValue == null ? 0 : storedValue, other));
    }

    private static Arbitrary<BillLine> lines() {
        Arbitrary<Long> prices = Arbitraries.longs().between(0, 100_000);
        return Combinators.combine(
                        prices, prices.injectNull(0.5), Arbitraries.longs().between(1, 20), Arbitraries.of(true, false))
                .as((price, member, quantity, discountable) ->
                        new BillLine(null, "菜", quantity, price, member, discountable));
    }

    private static Arbitrary<CardTerms> terms() {
        Arbitrary<Rate> rates = Arbitraries.integers().between(0, 10_000).map(Rate::new);
        return Combinators.combine(
                        rates,
                        rates,
                        Arbitraries.of(true, false),
                        Arbitraries.longs().between(1, 50))
                .as((balance, other, member, worth) ->
                        new CardTerms(1, true, balance, other, member, new PointsTerms(1, 100, 0, worth), null));
    }
}
