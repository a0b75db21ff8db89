package com.regulars.card;

import com.regulars.ledger.SpendOrder;
import com.regulars.shared.Rate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules a card is issued under (R4.1 to R4.5): stored value, a discount, points and a member price, alone or
 * combined; what is null is not part of the programme.
 *
 * @param code short stable name used by tills
 */
public record CardProgramme(
        long id,
        String code,
        String name,
        @Nullable StoredValue storedValue,
        @Nullable Discount discount,
        @Nullable Points points,
        @Nullable MemberPrice memberPrice) {

    /**
     * Stored value with bonus by tiers.
     *
     * @param tiers lowest first
     * @param pinAboveMinor a PIN is asked when stored value pays more than this
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
        }

        /** The highest tier an amount reaches; it gives its bonus once. */
        public Optional<Tier> tierFor(long amountMinor) {
            return tiers.stream()
                    .filter(tier -> tier.atLeastMinor() <= amountMinor)
                    .reduce((lower, higher) -> higher);
        }
    }

    /** Topping up at least so much gives so much bonus. */
    public record Tier(long atLeastMinor, long bonusMinor) {}

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
            @Nullable VisitBonus visitBonus) {}

    /** So many visits within so many days give so many points. */
    public record VisitBonus(int visits, int withinDays, long points) {}

    /** The member price is paid for by a fee, which buys no food (R4.4). */
    public record MemberPrice(long feeMinor, int validMonths) {}
}
