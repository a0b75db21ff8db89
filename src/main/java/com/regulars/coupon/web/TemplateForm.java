package com.regulars.coupon.web;

import com.regulars.coupon.CouponTerms;
import com.regulars.coupon.CreateTemplate;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.Rate;
import com.regulars.venue.MoneyFormat;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** What is filled in to make a kind of coupon; an amount or a percentage, as {@code worth} says. */
record TemplateForm(
        @NotBlank @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}", message = "{invalid.programmeCode}")
        String code,

        @NotBlank @Size(max = 200) String name,
        @NotNull Worth worth,
        @Nullable @Size(max = 20) String amountOff,

        @Nullable @DecimalMin("0.01") @Max(100) @Digits(integer = 3, fraction = 2)
        BigDecimal percentOff,

        @Nullable @Size(max = 20) String cap,
        @Nullable @Size(max = 20) String minBill,
        @Nullable Boolean transferable,
        @Nullable Boolean alone,
        @Nullable @Size(max = 40) String group,
        @Nullable List<DayOfWeek> days,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.TIME)
        LocalTime fromTime,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.TIME)
        LocalTime toTime,

        @Nullable List<Long> venueIds,
        @Nullable @Min(1) @Max(1_000_000_000) Long totalLimit,
        @Nullable @Min(1) @Max(1_000_000) Integer perGuestLimit) {

    enum Worth {
        AMOUNT,
        PERCENT
    }

    static TemplateForm suggested() {
        return new TemplateForm(
                "",
                "",
                Worth.AMOUNT,
                "100.00",
                null,
                "",
                "",
                true,
                false,
                "",
                List.of(),
                null,
                null,
                List.of(),
                null,
                null);
    }

    public boolean on(DayOfWeek day) {
        return days != null && days.contains(day);
    }

    public boolean in(long venueId) {
        return venueIds != null && venueIds.contains(venueId);
    }

    /** @throws InvalidFieldException naming the field that cannot be read */
    CreateTemplate toCommand(MoneyFormat money) {
        boolean amount = worth == Worth.AMOUNT;
        if (!amount && percentOff == null) {
            throw new InvalidFieldException("percentOff", "coupon.percentOff");
        }
        Long minimum = optional(money, "minBill", minBill);
        var terms = new CouponTerms(
                amount ? (Long) positive(money.parse("amountOff", amountOff == null ? "" : amountOff)) : null,
                amount || percentOff == null ? null : Rate.ofPercent(percentOff),
                amount ? null : optional(money, "cap", cap),
                minimum == null ? 0 : minimum,
                Boolean.TRUE.equals(transferable),
                Boolean.TRUE.equals(alone),
                group == null || group.isBlank() ? null : group.strip(),
                days == null ? Set.of() : Set.copyOf(days),
                fromTime,
                toTime,
                venueIds == null ? Set.of() : Set.copyOf(venueIds));
        return new CreateTemplate(code, name.strip(), terms, totalLimit, perGuestLimit);
    }

    private static long positive(long amountMinor) {
        if (amountMinor == 0) {
            throw new InvalidFieldException("amountOff", "coupon.amount");
        }
        return amountMinor;
    }

    private static @Nullable Long optional(MoneyFormat money, String field, @Nullable String text) {
        return text == null || text.isBlank() ? null : (Long) money.parse(field, text);
    }
}
