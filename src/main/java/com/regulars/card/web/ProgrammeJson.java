package com.regulars.card.web;

import com.regulars.card.programme.CreateProgramme;
import com.regulars.card.programme.PointsTerms;
import com.regulars.card.programme.ProgrammeSummary;
import com.regulars.card.programme.ProgrammeTerms;
import com.regulars.card.programme.ProgrammeTerms.Discount;
import com.regulars.card.programme.ProgrammeTerms.MemberPrice;
import com.regulars.card.programme.ProgrammeTerms.Points;
import com.regulars.card.programme.ProgrammeTerms.StoredValue;
import com.regulars.card.programme.ProgrammeTerms.Tier;
import com.regulars.card.programme.ProgrammeTerms.VisitBonus;
import com.regulars.ledger.SpendOrder;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.Rate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A card programme on the wire, as it is posted and as it is answered. */
record ProgrammeJson(
        @NotBlank @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
        String code,

        @NotBlank @Size(max = 200) String name,
        @Valid @Nullable StoredValueJson storedValue,
        @Valid @Nullable DiscountJson discount,
        @Valid @Nullable PointsJson points,
        @Valid @Nullable MemberPriceJson memberPrice) {

    private static final long LARGEST = 1_000_000_000_000L;

    record StoredValueJson(
            @NotNull @Size(max = 50) List<@Valid @NotNull TierJson> topUpTiers,
            @NotNull SpendOrder spendOrder,
            @Min(0) @Max(LARGEST) @Nullable Long minTopUpMinor,
            @Min(0) @Max(LARGEST) @Nullable Long maxBalanceMinor,
            @Min(0) @Max(LARGEST) @Nullable Long pinAboveMinor) {}

    record TierJson(
            @NotNull @Min(1) @Max(LARGEST) Long atLeastMinor,
            @NotNull @Min(0) @Max(LARGEST) Long bonusMinor) {}

    record DiscountJson(
            @NotNull @Min(0) @Max(100) @Digits(integer = 3, fraction = 2)
            BigDecimal percentOffPaidByBalance,

            @NotNull @Min(0) @Max(100) @Digits(integer = 3, fraction = 2)
            BigDecimal percentOffPaidOtherwise) {}

    record PointsJson(
            @Valid @NotNull EarnJson earnPerMinor,
            @Min(0) @Max(LARGEST) @Nullable Long minBillMinor,
            @Min(1) @Max(LARGEST) @Nullable Long redeemMinorPerPoint,
            @Min(1) @Max(1200) @Nullable Integer validMonths,
            @Valid @Nullable VisitBonusJson visitBonus) {}

    record EarnJson(
            @NotNull @Min(0) @Max(LARGEST) Long points,
            @NotNull @Min(1) @Max(LARGEST) Long perMinor) {}

    record VisitBonusJson(
            @NotNull @Min(1) @Max(10_000) Integer visits,
            @NotNull @Min(1) @Max(36_500) Integer withinDays,
            @NotNull @Min(0) @Max(LARGEST) Long points) {}

    record MemberPriceJson(
            @NotNull @Min(0) @Max(LARGEST) Long feeMinor,
            @NotNull @Min(1) @Max(1200) Integer validMonths) {}

    CreateProgramme toCommand() {
        return new CreateProgramme(code, name, terms());
    }

    private ProgrammeTerms terms() {
        return new ProgrammeTerms(
                Optional.ofNullable(storedValue).map(ProgrammeJson::terms).orElse(null),
                Optional.ofNullable(discount)
                        .map(json -> new Discount(
                                Rate.ofPercent(json.percentOffPaidByBalance),
                                Rate.ofPercent(json.percentOffPaidOtherwise)))
                        .orElse(null),
                Optional.ofNullable(points).map(ProgrammeJson::terms).orElse(null),
                Optional.ofNullable(memberPrice)
                        .map(json -> new MemberPrice(json.feeMinor, json.validMonths))
                        .orElse(null));
    }

    private static StoredValue terms(StoredValueJson json) {
        List<Tier> tiers = json.topUpTiers.stream()
                .map(tier -> new Tier(tier.atLeastMinor, tier.bonusMinor))
                .toList();
        if (tiers.stream().map(Tier::atLeastMinor).distinct().count() < tiers.size()) {
            throw new InvalidFieldException("storedValue.topUpTiers", "tiers");
        }
        return new StoredValue(tiers, json.spendOrder, json.minTopUpMinor, json.maxBalanceMinor, json.pinAboveMinor);
    }

    private static Points terms(PointsJson json) {
        var terms = new PointsTerms(
                json.earnPerMinor.points,
                json.earnPerMinor.perMinor,
                json.minBillMinor == null ? 0 : json.minBillMinor,
                json.redeemMinorPerPoint);
        VisitBonusJson bonus = json.visitBonus;
        return new Points(
                terms,
                json.validMonths,
                bonus == null ? null : new VisitBonus(bonus.visits, bonus.withinDays, bonus.points));
    }

    static ProgrammeJson of(ProgrammeSummary programme) {
        ProgrammeTerms terms = programme.terms();
        return new ProgrammeJson(
                programme.code(),
                programme.name(),
                Optional.ofNullable(terms.storedValue()).map(ProgrammeJson::of).orElse(null),
                Optional.ofNullable(terms.discount())
                        .map(discount -> new DiscountJson(
                                discount.offPaidByBalance().percent(),
                                discount.offPaidOtherwise().percent()))
                        .orElse(null),
                Optional.ofNullable(terms.points()).map(ProgrammeJson::of).orElse(null),
                Optional.ofNullable(terms.memberPrice())
                        .map(member -> new MemberPriceJson(member.feeMinor(), member.validMonths()))
                        .orElse(null));
    }

    private static StoredValueJson of(StoredValue stored) {
        return new StoredValueJson(
                stored.tiers().stream()
                        .map(tier -> new TierJson(tier.atLeastMinor(), tier.bonusMinor()))
                        .toList(),
                stored.spendOrder(),
                stored.minTopUpMinor(),
                stored.maxBalanceMinor(),
                stored.pinAboveMinor());
    }

    private static PointsJson of(Points points) {
        VisitBonus bonus = points.visitBonus();
        return new PointsJson(
                new EarnJson(points.terms().earnPoints(), points.terms().earnPerMinor()),
                points.terms().minBillMinor(),
                points.terms().redeemMinorPerPoint(),
                points.validMonths(),
                bonus == null ? null : new VisitBonusJson(bonus.visits(), bonus.withinDays(), bonus.points()));
    }
}
