package com.regulars.settlement;

import com.regulars.settlement.quote.Quote;
import com.regulars.settlement.quote.QuoteStep;
import com.regulars.venue.Brands;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says the steps of a quote in a language; templates use it as {@code @settlementTexts}. */
@Component("settlementTexts")
@RequiredArgsConstructor
public class SettlementTexts {

    private final MessageSource messages;
    private final Brands brands;

    /** Why a step came out as it did. */
    public String text(QuoteStep step, Locale locale) {
        String key = "settlement.step." + step.rule() + "." + step.reason();
        return messages.getMessage(key, step.args().toArray(), locale);
    }

    /** How a bill's points came about, in the brand's language, for the statement of the card (R4.3). */
    public String earnExplanation(Quote quote) {
        Locale language = Locale.forLanguageTag(brands.current().language());
        return quote.steps().stream()
                .filter(step -> step.rule() == QuoteStep.Rule.POINTS_EARNED)
                .map(step -> text(step, language))
                .findFirst()
                .orElse("");
    }
}
