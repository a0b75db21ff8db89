package com.regulars.settlement.quote;

import com.regulars.card.CardTerms;
import com.regulars.card.programme.PointsTerms;
import com.regulars.shared.Rate;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Bills and cards for pricing tests, in domain words. */
final class PricingExamples {

    static final LongFunction<String> MONEY =
            minor -> BigDecimal.valueOf(minor, 2).toPlainString();

    static final PointsTerms ONE_POINT_A_YUAN = new PointsTerms(1, 100, 0, 1L);

    private PricingExamples() {}

    static BillLine line(long unitPriceMinor) {
        return new BillLine(null, "菜", 1, unitPriceMinor, null, true);
    }

    static BillLine line(long unitPriceMinor, long quantity) {
        return new BillLine(null, "菜", quantity, unitPriceMinor, null, true);
    }

    static BillLine memberLine(long unitPriceMinor, long memberPriceMinor) {
        return new BillLine(null, "水煮鱼", 1, unitPriceMinor, memberPriceMinor, true);
    }

    static BillLine notDiscountable(long unitPriceMinor) {
        return new BillLine(null, "茶位", 1, unitPriceMinor, null, false);
    }

    /** The policy of the documents: no discount from the balance, 20 % off otherwise. */
    static CardTerms documentsPolicy() {
        return new CardTerms(1, true, Rate.ZERO, Rate.ofPercent(20), false, null, null);
    }

    static CardTerms memberCard() {
        return new CardTerms(1, false, Rate.ZERO, Rate.ZERO, true, null, null);
    }

    static CardTerms pointsCard() {
        return new CardTerms(1, false, Rate.ZERO, Rate.ZERO, false, ONE_POINT_A_YUAN, null);
    }

    static CardTerms combinedCard() {
        return new CardTerms(1, true, Rate.ZERO, Rate.ofPercent(20), true, ONE_POINT_A_YUAN, null);
    }

    static Quote price(@Nullable CardTerms terms, PayBy payBy, BillLine... lines) {
        return price(terms, payBy, 0, 0, lines);
    }

    static Quote price(
            @Nullable CardTerms terms, PayBy payBy, long redeemPoints, long pointsOnCard, BillLine... lines) {
        return BillPricing.price(
                        new Pricing(
                                List.of(lines),
                                new PaidBy(payBy, 0, false),
                                terms,
                                List.of(),
                                redeemPoints,
                                pointsOnCard,
                                1,
                                null),
                        MONEY)
                .quote();
    }
}
