package com.regulars.settlement.quote;

import static com.regulars.settlement.quote.PricingExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.card.CardTerms;
import com.regulars.card.programme.PointsTerms;
import com.regulars.settlement.quote.QuoteStep.Rule;
import com.regulars.shared.Rate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every step of a price says why it is what it is. */
class BillPricingStepsTests {

    @Test
    void memberPriceSaysWhoseItIs() {
        assertThat(reason(Rule.MEMBER_PRICE, null, memberLine(8_800, 7_800))).isEqualTo("NO_CARD");
        assertThat(reason(Rule.MEMBER_PRICE, pointsCard(), memberLine(8_800, 7_800)))
                .isEqualTo("NOT_A_MEMBER");
        assertThat(reason(Rule.MEMBER_PRICE, memberCard(), line(8_800))).isEqualTo("NO_LINE");
        assertThat(reason(Rule.MEMBER_PRICE, memberCard(), memberLine(8_800, 8_800)))
                .isEqualTo("NO_LINE");
        assertThat(reason(Rule.MEMBER_PRICE, memberCard(), memberLine(8_800, 7_800)))
                .isEqualTo("LINES");
    }

    @Test
    void memberPriceCountsTheLinesThatHaveOne() {
        Quote quote = price(memberCard(), PayBy.OTHER, memberLine(8_800, 7_800), line(600), memberLine(500, 400));
        assertThat(step(quote, Rule.MEMBER_PRICE).factor()).isEqualTo("2");
    }

    @Test
    void roundingSaysWhetherItIsOffEvenOrDown() {
        assertThat(step(rounded(1, 1_234), Rule.ROUNDING).reason()).isEqualTo("OFF");
        assertThat(step(rounded(10, 1_230), Rule.ROUNDING).reason()).isEqualTo("EVEN");
        assertThat(step(rounded(10, 1_234), Rule.ROUNDING).reason()).isEqualTo("DOWN");
    }

    @Test
    void roundingDownIsNegativeInTheStepTheQuoteAndTheLine() {
        Quote quote = rounded(10, 1_234);
        assertThat(step(quote, Rule.ROUNDING).result()).isEqualTo(-4);
        assertThat(quote.roundingMinor()).isEqualTo(-4);
        assertThat(quote.lines().getFirst().shares().roundingMinor()).isEqualTo(-4);
        assertThat(quote.payableMinor()).isEqualTo(1_230);
    }

    @Test
    void pointsOfABillBelowTheMinimumAreNoneAndTheStepSaysSo() {
        CardTerms terms = points(new PointsTerms(1, 100, 5_000, 1L));
        Quote below = price(terms, PayBy.OTHER, line(4_999));
        assertThat(below.pointsToEarn()).isZero();
        assertThat(step(below, Rule.POINTS_EARNED).reason()).isEqualTo("BELOW_MINIMUM");
        Quote reached = price(terms, PayBy.OTHER, line(5_000));
        assertThat(reached.pointsToEarn()).isEqualTo(50);
        assertThat(step(reached, Rule.POINTS_EARNED).reason()).isEqualTo("FOR_AMOUNT");
        assertThat(step(reached, Rule.POINTS_EARNED).result()).isEqualTo(50);
        assertThat(reason(Rule.POINTS_EARNED, memberCard(), line(5_000))).isEqualTo("NONE");
    }

    @Test
    void pointsThatCouldBeUsedAreNamed() {
        assertThat(step(price(pointsCard(), PayBy.OTHER, 0, 0, line(600)), Rule.POINTS)
                        .reason())
                .isEqualTo("NONE");
        var unused = step(price(pointsCard(), PayBy.OTHER, 0, 150, line(600)), Rule.POINTS);
        assertThat(unused.reason()).isEqualTo("NOT_USED");
        assertThat(unused.args()).containsExactly("1.50");
        var used = step(price(pointsCard(), PayBy.OTHER, 100, 150, line(600)), Rule.POINTS);
        assertThat(used.reason()).isEqualTo("USED");
        assertThat(used.result()).isEqualTo(100);
    }

    @Test
    void pointsWorthMoreThanAnyNumberHoldsPayTheBillAndNoMore() {
        CardTerms terms = points(new PointsTerms(1, 100, 0, 1_000_000_000_000L));
        Quote quote = price(terms, PayBy.OTHER, 1_000_000_000, 1_000_000_000, line(600));
        assertThat(quote.payableMinor()).isZero();
        assertThat(quote.pointsMinor()).isEqualTo(600);
        assertThat(quote.pointsRedeemed()).isEqualTo(1);
        assertThat(step(price(terms, PayBy.OTHER, 0, 1_000_000_000, line(600)), Rule.POINTS)
                        .args())
                .containsExactly("6.00");
    }

    @Test
    void listPriceCountsThePieces() {
        var step = step(price(null, PayBy.OTHER, line(600, 3), line(250)), Rule.LIST_PRICE);
        assertThat(step).isEqualTo(new QuoteStep(Rule.LIST_PRICE, "SUM", 2_050, "1", 2_050, List.of("4")));
    }

    @Test
    void whatTheGuestPaysIsTheRest() {
        var step = step(price(documentsPolicy(), PayBy.OTHER, line(1_000)), Rule.PAYABLE);
        assertThat(step).isEqualTo(new QuoteStep(Rule.PAYABLE, "REST", 800, "1", 800, List.of()));
    }

    @Test
    void pointsWorthMoreThanAFenAreMultiplied() {
        CardTerms terms = points(new PointsTerms(1, 100, 0, 10L));
        Quote used = price(terms, PayBy.OTHER, 5, 7, line(305));
        assertThat(used.pointsMinor()).isEqualTo(50);
        assertThat(used.payableMinor()).isEqualTo(255);
        assertThat(step(used, Rule.POINTS))
                .isEqualTo(new QuoteStep(Rule.POINTS, "USED", 305, "5 × 0.10", 50, List.of("5", "0.10")));
        assertThat(step(price(terms, PayBy.OTHER, 0, 7, line(305)), Rule.POINTS).args())
                .containsExactly("0.70");
    }

    @Test
    void pointsWhoseWorthWouldRunOverCouldPayTheWholeBill() {
        CardTerms terms = points(new PointsTerms(1, 100, 0, 1_000_000_000_000L));
        assertThat(step(price(terms, PayBy.OTHER, 0, 10_000_000, line(600)), Rule.POINTS)
                        .args())
                .containsExactly("6.00");
    }

    private static CardTerms points(PointsTerms terms) {
        return new CardTerms(1, false, Rate.ZERO, Rate.ZERO, false, terms, null);
    }

    private static Quote rounded(int unit, long amount) {
        return BillPricing.price(
                        new Pricing(List.of(line(amount)), PaidBy.OTHER, null, List.of(), 0, 0, unit, null), MONEY)
                .quote();
    }

    private static String reason(Rule rule, @Nullable CardTerms terms, BillLine... lines) {
        return step(price(terms, PayBy.OTHER, lines), rule).reason();
    }

    private static QuoteStep step(Quote quote, Rule rule) {
        return quote.steps().stream()
                .filter(step -> step.rule() == rule)
                .findFirst()
                .orElseThrow();
    }
}
