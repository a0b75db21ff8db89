package com.regulars.card.programme;

import com.regulars.ledger.SpendOrder;
import com.regulars.shared.Rate;
import com.regulars.shared.stored.StoredShape;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a programme as they are kept with it, in their first shape. What an earlier release did not write has a
 * default; a spend order nobody knows is not guessed, because money would move by it.
 */
@StoredShape("programme-terms/1")
record StoredTerms(
        @Nullable StoredValue storedValue,
        @Nullable Discount discount,
        @Nullable Points points,
        @Nullable MemberPrice memberPrice) {

    record StoredValue(
            @Nullable List<Tier> tiers,
            @Nullable String spendOrder,
            @Nullable Long minTopUpMinor,
            @Nullable Long maxBalanceMinor,
            @Nullable Long pinAboveMinor) {

        static StoredValue of(ProgrammeTerms.StoredValue stored) {
            return new StoredValue(
                    stored.tiers().stream()
                            .map(tier -> new Tier(tier.atLeastMinor(), tier.bonusMinor()))
                            .toList(),
                    written(stored.spendOrder()),
                    stored.minTopUpMinor(),
                    stored.maxBalanceMinor(),
                    stored.pinAboveMinor());
        }

        ProgrammeTerms.StoredValue toTerms() {
            return new ProgrammeTerms.StoredValue(
                    Objects.requireNonNullElse(tiers, List.<Tier>of()).stream()
                            .map(tier -> new ProgrammeTerms.Tier(tier.atLeastMinor, tier.bonusMinor))
                            .toList(),
                    read(Objects.requireNonNullElse(spendOrder, "PRINCIPAL_FIRST")),
                    minTopUpMinor,
                    maxBalanceMinor,
                    pinAboveMinor);
        }

        private static String written(SpendOrder order) {
            return switch (order) {
                case PRINCIPAL_FIRST -> "PRINCIPAL_FIRST";
                case BONUS_FIRST -> "BONUS_FIRST";
                case PROPORTIONAL -> "PROPORTIONAL";
            };
        }

        private static SpendOrder read(String written) {
            return switch (written) {
                case "PRINCIPAL_FIRST" -> SpendOrder.PRINCIPAL_FIRST;
                case "BONUS_FIRST" -> SpendOrder.BONUS_FIRST;
                case "PROPORTIONAL" -> SpendOrder.PROPORTIONAL;
                default -> throw new IllegalStateException("Programme terms spend in an unknown order: " + written);
            };
        }
    }

    record Tier(long atLeastMinor, long bonusMinor) {}

    record Discount(int offPaidByBalanceBasisPoints, int offPaidOtherwiseBasisPoints) {

        static Discount of(ProgrammeTerms.Discount discount) {
            return new Discount(
                    discount.offPaidByBalance().basisPoints(),
                    discount.offPaidOtherwise().basisPoints());
        }

        ProgrammeTerms.Discount toTerms() {
            return new ProgrammeTerms.Discount(
                    new Rate(offPaidByBalanceBasisPoints), new Rate(offPaidOtherwiseBasisPoints));
        }
    }

    record Points(
            long earnPoints,
            long earnPerMinor,
            long minBillMinor,
            @Nullable Long redeemMinorPerPoint,
            @Nullable Integer validMonths,
            @Nullable VisitBonus visitBonus) {

        static Points of(ProgrammeTerms.Points points) {
            PointsTerms terms = points.terms();
            return new Points(
                    terms.earnPoints(),
                    terms.earnPerMinor(),
                    terms.minBillMinor(),
                    terms.redeemMinorPerPoint(),
                    points.validMonths(),
                    Optional.ofNullable(points.visitBonus())
                            .map(bonus -> new VisitBonus(bonus.visits(), bonus.withinDays(), bonus.points()))
                            .orElse(null));
        }

        ProgrammeTerms.Points toTerms() {
            return new ProgrammeTerms.Points(
                    new PointsTerms(earnPoints, earnPerMinor, minBillMinor, redeemMinorPerPoint),
                    validMonths,
                    Optional.ofNullable(visitBonus)
                            .map(bonus -> new ProgrammeTerms.VisitBonus(bonus.visits, bonus.withinDays, bonus.points))
                            .orElse(null));
        }
    }

    record VisitBonus(int visits, int withinDays, long points) {}

    record MemberPrice(long feeMinor, int validMonths) {

        static MemberPrice of(ProgrammeTerms.MemberPrice member) {
            return new MemberPrice(member.feeMinor(), member.validMonths());
        }

        ProgrammeTerms.MemberPrice toTerms() {
            return new ProgrammeTerms.MemberPrice(feeMinor, validMonths);
        }
    }

    static StoredTerms of(ProgrammeTerms terms) {
        return new StoredTerms(
                Optional.ofNullable(terms.storedValue()).map(StoredValue::of).orElse(null),
                Optional.ofNullable(terms.discount()).map(Discount::of).orElse(null),
                Optional.ofNullable(terms.points()).map(Points::of).orElse(null),
                Optional.ofNullable(terms.memberPrice()).map(MemberPrice::of).orElse(null));
    }

    ProgrammeTerms toTerms() {
        return new ProgrammeTerms(
                Optional.ofNullable(storedValue).map(StoredValue::toTerms).orElse(null),
                Optional.ofNullable(discount).map(Discount::toTerms).orElse(null),
                Optional.ofNullable(points).map(Points::toTerms).orElse(null),
                Optional.ofNullable(memberPrice).map(MemberPrice::toTerms).orElse(null));
    }
}
