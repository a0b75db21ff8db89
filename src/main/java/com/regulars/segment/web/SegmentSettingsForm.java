package com.regulars.segment.web;

import com.regulars.segment.rating.CutRule;
import com.regulars.segment.rating.SegmentSettings;
import com.regulars.venue.MoneyFormat;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What is typed on the settings page; only the fields of the chosen mode count. Amounts are major units. */
record SegmentSettingsForm(
        @NotNull @Min(1) @Max(36_500) @Nullable Integer windowDays,
        SegmentSettingsApi.@NotNull Mode mode,
        @Min(1) @Max(1_000_000) @Nullable Long cutVisits,
        String cutSpend,
        @Min(1) @Max(99) @Nullable Integer percentileVisits,
        @Min(1) @Max(99) @Nullable Integer percentileSpend,
        @NotBlank String keyAccount,
        @NotBlank String regularAccount) {

    SegmentSettingsForm {
        cutSpend = cutSpend == null ? "" : cutSpend;
        keyAccount = keyAccount == null ? "" : keyAccount;
        regularAccount = regularAccount == null ? "" : regularAccount;
    }

    static SegmentSettingsForm of(SegmentSettings settings, MoneyFormat money) {
        var fixed = settings.cut() instanceof CutRule.Fixed cut ? cut : null;
        var percentile = settings.cut() instanceof CutRule.Percentile cut ? cut : new CutRule.Percentile(50, 50);
        return new SegmentSettingsForm(
                settings.windowDays(),
                fixed == null ? SegmentSettingsApi.Mode.PERCENTILE : SegmentSettingsApi.Mode.FIXED,
                fixed == null ? null : fixed.visits(),
                fixed == null ? "" : money.input(fixed.spendMinor()),
                percentile.visits(),
                percentile.spend(),
                money.input(settings.keyAccountMinor()),
                money.input(settings.regularAccountMinor()));
    }
}
