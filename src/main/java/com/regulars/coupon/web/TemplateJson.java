package com.regulars.coupon.web;

import com.regulars.coupon.CouponTerms;
import com.regulars.coupon.CreateTemplate;
import com.regulars.coupon.TemplateSummary;
import com.regulars.shared.Rate;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
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
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A kind of coupon on the wire, as it is posted and as it is answered.
 *
 * @param alone used with no other coupon on a bill
 * @param group of the coupons of one group one on a bill
 * @param fromTime hours by the venue's clock, the end exclusive; they may go over midnight
 * @param venues codes; none is everywhere
 */
record TemplateJson(
        @NotBlank @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
        String code,

        @NotBlank @Size(max = 200) String name,
        @Min(1) @Max(LARGEST) @Nullable Long amountOffMinor,

        @DecimalMin("0.01") @Max(100) @Digits(integer = 3, fraction = 2) @Nullable
        BigDecimal percentOff,

        @Min(1) @Max(LARGEST) @Nullable Long capMinor,
        @Min(0) @Max(LARGEST) @Nullable Long minBillMinor,
        @NotNull Boolean transferable,
        @Nullable Boolean alone,
        @Size(min = 1, max = 40) @Nullable String group,
        @Size(max = 7) @Nullable List<@NotNull DayOfWeek> days,
        @Nullable LocalTime fromTime,
        @Nullable LocalTime toTime,
        @Size(max = 200) @Nullable List<@NotBlank @Size(max = 40) String> venues,
        @Min(1) @Max(LARGEST) @Nullable Long totalLimit,
        @Min(1) @Max(1_000_000) @Nullable Integer perGuestLimit) {

    private static final long LARGEST = 1_000_000_000_000L;

    CreateTemplate toCommand(Venues known) {
        Set<Long> venueIds = venues == null
                ? Set.of()
                : venues.stream().map(venue -> known.getByCode(venue).id()).collect(Collectors.toSet());
        var terms = new CouponTerms(
                amountOffMinor,
                percentOff == null ? null : Rate.ofPercent(percentOff),
                capMinor,
                minBillMinor == null ? 0 : minBillMinor,
                transferable,
                Boolean.TRUE.equals(alone),
                group,
                days == null ? Set.of() : Set.copyOf(days),
                fromTime,
                toTime,
                venueIds);
        return new CreateTemplate(code, name, terms, totalLimit, perGuestLimit);
    }

    static TemplateJson of(TemplateSummary template, List<Venue> all) {
        CouponTerms terms = template.terms();
        Rate percent = terms.percentOff();
        return new TemplateJson(
                template.code(),
                template.name(),
                terms.amountOffMinor(),
                percent == null ? null : percent.percent(),
                terms.capMinor(),
                terms.minBillMinor(),
                terms.transferable(),
                terms.alone(),
                terms.group(),
                List.copyOf(new TreeSet<>(terms.days())),
                terms.from(),
                terms.to(),
                all.stream()
                        .filter(venue -> terms.venueIds().contains(venue.id()))
                        .map(Venue::code)
                        .toList(),
                template.totalLimit(),
                template.perGuestLimit());
    }
}
