package com.regulars.settlement.web;

import com.regulars.settlement.SettlementTexts;
import com.regulars.settlement.quote.Quote;
import com.regulars.settlement.quote.QuoteStep;
import com.regulars.settlement.quote.QuotedLine;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

record QuoteAnswer(
        long listTotalMinor,
        long memberPriceSavingMinor,
        long discountMinor,
        long couponMinor,
        long pointsMinor,
        long roundingMinor,
        long payableMinor,
        long pointsToEarn,
        long pointsRedeemed,
        List<Line> lines,
        List<Step> steps) {

    record Line(@Nullable String item, String name, long quantity, long listMinor, long payableMinor, Shares shares) {

        static Line of(QuotedLine line) {
            var shares = line.shares();
            return new Line(
                    line.item(),
                    line.name(),
                    line.quantity(),
                    line.listMinor(),
                    line.payableMinor(),
                    new Shares(
                            shares.memberPriceMinor(),
                            shares.discountMinor(),
                            shares.couponMinor(),
                            shares.pointsMinor(),
                            shares.roundingMinor()));
        }
    }

    /** What each step took off the line, in minor units; rounding is signed. */
    record Shares(long memberPrice, long discount, long coupon, long points, long rounding) {}

    record Step(QuoteStep.Rule rule, long base, String factor, long result, String text) {}

    static QuoteAnswer of(Quote quote, SettlementTexts texts, Locale language) {
        return new QuoteAnswer(
                quote.listTotalMinor(),
                quote.memberPriceSavingMinor(),
                quote.discountMinor(),
                quote.couponMinor(),
                quote.pointsMinor(),
                quote.roundingMinor(),
                quote.payableMinor(),
                quote.pointsToEarn(),
                quote.pointsRedeemed(),
                quote.lines().stream().map(Line::of).toList(),
                quote.steps().stream()
                        .map(step -> new Step(
                                step.rule(), step.base(), step.factor(), step.result(), texts.text(step, language)))
                        .toList());
    }
}
