package com.regulars.card.programme;

import com.regulars.ledger.SpendOrder;
import com.regulars.shared.Rate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules a card is issued under (R4.1 to R4.5): stored value, a discount, points and a member price, alone or
 * combined; what is null is not part of the programme. One value, never changed in place. Stored as {@link StoredTerms}.
 */
public record ProgrammeTerms(
        @Nullable StoredValue storedValue,
        @Nullable Discount discount,
        @Nullable Points points,
        @Nullable MemberPrice memberPrice) {

    /**
     * Stored value with bonus by tiers.
     *
     * @param tiers lowest first, no two from the same amount
     * @param pinAboveMinor a PIN is asked when stored value pays more than this; null means never
     */
    public record StoredValue(
            List<Tier> tiers,
            SpendOrder spendOrder,
            @Nullable Long minTopUpMinor,
            @Nullable Long maxBalanceMinor,
            @Nullable Long pinAboveMinor) {

        public StoredValue {
            tiers = tiers.stream()
                    .sorted(Comparator.comparingLong(Tier::atLeastMinor))
                    .toList();
            if (tiers.stream().map(Tier::atLeastMinor).distinct().count() < tiers.size()) {
                throw new IllegalArgumentException("Two tiers of a programme begin at the same amount");
            }
            Bounds.notNegative("smallest top-up", minTopUpMinor);
            Bounds.notNegative("highest balance", maxBalanceMinor);
            Bounds.notNegative("amount without PIN", pinAboveMinor);
        }

        /** The highest tier an amount reaches; it gives its bonus once. */
        public Optional<Tier> tierFor(long amountMinor) {
            return tiers.stream()
                    .filter(tier -> tier.atLeastMinor() <= amountMinor)
                    .reduce((lower, higher) -> higher);
        }
    }

    /** Topping up at least so much gives so much bonus. */
    public record Tier(long atLeastMinor, long bonusMinor) {

        public Tier {
            Bounds.positive("beginning of a tier", atLeastMinor);
            Bounds.notNegative("bonus of a tier", bonusMinor);
        }
    }

    /** The discount policy of R4.2: none from the balance, 20 % off otherwise. */
    public record Discount(Rate offPaidByBalance, Rate offPaidOtherwise) {}

    /**
     * Points for every amount paid (R4.3).
     *
     * @param validMonths how long points live; null means for ever
     * @param visitBonus extra points for coming often, or null
     */
    public record Points(
            PointsTerms terms,
            @Nullable Integer validMonths,
            @Nullable VisitBonus visitBonus) {

        public Points {
            Bounds.positive("life of points", validMonths);
        }
    }

    /** So many visits within so many days give so many points. */
    public record VisitBonus(int visits, int withinDays, long points) {

        public VisitBonus {
            Bounds.positive("visits for a bonus", visits);
            Bounds.positive("days for a bonus", withinDays);
            Bounds.notNegative("points for visits", points);
        }
    }

    /** The member price is paid for by a fee, which buys no food (R4.4). */
    public record MemberPrice(long feeMinor, int validMonths) {

        public MemberPrice {
            Bounds.notNegative("fee", feeMinor);
            Bounds.positive("life of the member price", validMonths);
        }
    }
}
