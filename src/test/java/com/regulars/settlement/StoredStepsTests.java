package com.regulars.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.settlement.quote.QuoteStep;
import com.regulars.settlement.quote.QuoteStep.Rule;
import com.regulars.testing.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredStepsTests {

    @Test
    void stepsOfEarlierReleasesAreShown() {
        assertThat(Golden.readable(StoredSteps.class).toSteps())
                .containsExactly(
                        new QuoteStep(Rule.LIST_PRICE, "SUM", 50_000, "1", 50_000, List.of("2")),
                        new QuoteStep(Rule.DISCOUNT, "OTHER_OFF", 50_000, "20%", 10_000, List.of("20%", "8")));
    }

    @Test
    void stepOfARuleNobodyKnowsAnyMoreIsLeftOut() {
        var steps = new StoredSteps(List.of(new StoredSteps.Step("SERVICE_CHARGE", "X", 1, "1", 1, List.of())));
        assertThat(steps.toSteps()).isEmpty();
    }
}
