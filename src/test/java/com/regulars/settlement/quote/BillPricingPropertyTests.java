package com.regulars.settlement.quote;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.card.CardTerms;
import com.regulars.card.programme.PointsTerms;
import com.regulars.shared.Rate;
import java.util.List;
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
        Quote quote = BillPricing.price(pricing, PricingExamples.MONEY);
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
        assertThat(sum(quote, line -> line.shares().pointsMinor())).isEqualTo(quote.pointsMinor());
        assertThat(sum(quote, line -> line.shares().roundingMinor())).isEqualTo(quote.roundingMinor());
    }

    @Property(tries = 500)
    void noLineCostsLessThanNothingAndNoShareIsNegative(@ForAll("pricings") Pricing pricing) {
        Quote quote = BillPricing.price(pricing, PricingExamples.MONEY);
        assertThat(quote.lines()).allSatisfy(line -> {
            assertThat(line.payableMinor()).isNotNegative();
            assertThat(line.shares().memberPriceMinor()).isNotNegative();
            assertThat(line.shares().discountMinor()).isNotNegative();
            assertThat(line.shares().pointsMinor()).isNotNegative();
            assertThat(line.shares().roundingMinor()).isNotPositive();
            assertThat(line.payableMinor())
                    .isEqualTo(line.listMinor()
                            - line.shares().memberPriceMinor()
                            - line.shares().discountMinor()
                            - line.shares().pointsMinor()
                            + line.shares().roundingMinor());
        });
        assertThat(quote.pointsRedeemed()).isLessThanOrEqualTo(pricing.redeemPoints());
    }

    private static long sum(Quote quote, ToLongFunction<QuotedLine> of) {
        return quote.lines().stream().mapToLong(of).sum();
    }

    @Provide
    Arbitrary<Pricing> pricings() {
        return Combinators.combine(
                        lines().list().ofMinSize(1).ofMaxSize(12),
                        Arbitraries.of(PayBy.values()),
                        terms(),
                        Arbitraries.longs().between(0, 100_000),
                        Arbitraries.of(1L, 10L, 100L))
                .as((lines, payBy, terms, points, rounding) ->
                        new Pricing(lines, payBy, terms, List.of(), points, points, rounding));
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
