package com.regulars.settlement;

import com.regulars.settlement.quote.QuoteStep;
import com.regulars.shared.stored.StoredShape;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps of a settled bill as they are kept with it, in their first shape. */
@StoredShape("bill-steps/1")
public record StoredSteps(@Nullable List<Step> steps) {

    /**
     * One step.
     *
     * @param rule name of a {@link QuoteStep.Rule}; a step whose rule is no longer known is not shown
     */
    record Step(
            @Nullable String rule,
            @Nullable String reason,
            long base,
            @Nullable String factor,
            long result,
            @Nullable List<String> args) {}

    public static StoredSteps of(List<QuoteStep> steps) {
        return new StoredSteps(steps.stream()
                .map(step -> new Step(
                        step.rule().name(), step.reason(), step.base(), step.factor(), step.result(), step.args()))
                .toList());
    }

    List<QuoteStep> toSteps() {
        return Objects.requireNonNullElse(steps, List.<Step>of()).stream()
                .flatMap(step -> rule(step).stream().map(rule -> step(rule, step)))
                .toList();
    }

    private static Optional<QuoteStep.Rule> rule(Step step) {
        return Arrays.stream(QuoteStep.Rule.values())
                .filter(rule -> rule.name().equals(step.rule))
                .findFirst();
    }

    private static QuoteStep step(QuoteStep.Rule rule, Step step) {
        return new QuoteStep(
                rule,
                Objects.requireNonNullElse(step.reason, ""),
                step.base,
                Objects.requireNonNullElse(step.factor, ""),
                step.result,
                Objects.requireNonNullElse(step.args, List.of()));
    }
}
