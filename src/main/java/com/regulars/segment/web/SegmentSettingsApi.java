package com.regulars.segment.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.segment.rating.CutRule;
import com.regulars.segment.rating.SegmentSettings;
import com.regulars.segment.run.SegmentSettingsBook;
import com.regulars.shared.InvalidFieldException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The settings of the rating on the wire; valid from the next run. */
@RestController
@RequestMapping("/api/v1/segments/settings")
@RequiredArgsConstructor
class SegmentSettingsApi {

    private static final long LARGEST = 1_000_000_000_000L;

    private final SegmentSettingsBook settings;

    /** How the cut-offs are found. */
    enum Mode {
        FIXED,
        PERCENTILE
    }

    /** {@code visits} is a number of visits with FIXED, a percentile with PERCENTILE. */
    record Cut(
            @NotNull Mode mode,
            @NotNull @Min(1) @Max(LARGEST) Long visits,
            @Min(0) @Max(LARGEST) @Nullable Long spendMinor,
            @Min(1) @Max(99) @Nullable Integer spend) {

        CutRule rule() {
            return switch (mode) {
                case FIXED -> {
                    mustBeAbsent("cut.spend", spend);
                    yield new CutRule.Fixed(visits, given("cut.spendMinor", spendMinor));
                }
                case PERCENTILE -> {
                    mustBeAbsent("cut.spendMinor", spendMinor);
                    if (visits > 99) {
                        throw new InvalidFieldException("cut.visits", "percentile");
                    }
                    yield new CutRule.Percentile(visits.intValue(), given("cut.spend", spend));
                }
            };
        }

        private static <T> T given(String field, @Nullable T value) {
            if (value == null) {
                throw new InvalidFieldException(field, "NotNull");
            }
            return value;
        }

        private static void mustBeAbsent(String field, @Nullable Object value) {
            if (value != null) {
                throw new InvalidFieldException(field, "notWithThisMode");
            }
        }

        static Cut of(CutRule rule) {
            return switch (rule) {
                case CutRule.Fixed fixed -> new Cut(Mode.FIXED, fixed.visits(), fixed.spendMinor(), null);
                case CutRule.Percentile percentile ->
                    new Cut(Mode.PERCENTILE, (long) percentile.visits(), null, percentile.spend());
            };
        }
    }

    /** The limits of the value classes stay as they are when left out. */
    record Settings(
            @NotNull @Min(1) @Max(36_500) Integer windowDays,
            @NotNull @Valid Cut cut,
            @Min(0) @Max(LARGEST) @Nullable Long keyAccountMinor,
            @Min(0) @Max(LARGEST) @Nullable Long regularAccountMinor) {

        static Settings of(SegmentSettings settings) {
            return new Settings(
                    settings.windowDays(),
                    Cut.of(settings.cut()),
                    settings.keyAccountMinor(),
                    settings.regularAccountMinor());
        }
    }

    @GetMapping
    @Requires(Permission.SEGMENT_READ)
    Settings show() {
        return Settings.of(settings.current());
    }

    @PutMapping
    @Requires(Permission.SEGMENT_SETTINGS)
    Settings change(@Valid @RequestBody Settings asked) {
        SegmentSettings now = settings.current();
        Long key = asked.keyAccountMinor();
        Long regular = asked.regularAccountMinor();
        settings.change(new SegmentSettings(
                asked.windowDays(),
                asked.cut().rule(),
                key == null ? now.keyAccountMinor() : key,
                regular == null ? now.regularAccountMinor() : regular));
        return show();
    }
}
