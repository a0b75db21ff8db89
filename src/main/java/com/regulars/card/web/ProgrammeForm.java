package com.regulars.card.web;

import com.regulars.card.programme.CreateProgramme;
import com.regulars.card.programme.PointsTerms;
import com.regulars.card.programme.ProgrammeTerms;
import com.regulars.card.programme.ProgrammeTerms.Discount;
import com.regulars.card.programme.ProgrammeTerms.MemberPrice;
import com.regulars.card.programme.ProgrammeTerms.Points;
import com.regulars.card.programme.ProgrammeTerms.StoredValue;
import com.regulars.card.programme.ProgrammeTerms.Tier;
import com.regulars.ledger.SpendOrder;
import com.regulars.shared.InvalidFieldException;
import com.regulars.venue.MoneyFormat;
import com.regulars.venue.TypedPercent;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is filled in to create a programme; each of the four parts counts when its box is ticked. */
record ProgrammeForm(
        @NotBlank @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}", message = "{invalid.programmeCode}")
        String code,

        @NotBlank @Size(max = 200) String name,
        @Nullable Boolean storedValue,
        @Nullable List<String> tierFrom,
        @Nullable List<String> tierBonus,
        @NotNull SpendOrder spendOrder,
        @Nullable String minTopUp,
        @Nullable String maxBalance,
        @Nullable PinRule pinRule,
        @Nullable String pinAbove,
        @Nullable Boolean discount,
        @Nullable String percentOffPaidByBalance,
        @Nullable String percentOffPaidOtherwise,
        @Nullable Boolean points,
        @NotNull @Min(0) @Max(1_000_000) Long earnPoints,
        @Nullable String earnPer,
        @Nullable String minBill,
        @Nullable String redeemWorth,
        @Min(1) @Max(1200) @Nullable Integer pointsValidMonths,
        @Nullable Boolean memberPrice,
        @Nullable String memberFee,
        @NotNull @Min(1) @Max(1200) Integer memberValidMonths) {

    static final int TIERS = 4;

    /** From 200.00 paid at once the guest types the PIN, unless somebody chooses otherwise. */
    private static final String SUGGESTED_PIN_ABOVE = "200.00";

    /** When stored value asks for the PIN; that it never does is somebody's choice, not an empty field. */
    enum PinRule {
        ABOVE,
        NEVER
    }

    /** The policy of the documents: 10,000 + 2,000, 20 % off when paid otherwise (R4.2). */
    static ProgrammeForm suggested() {
        return new ProgrammeForm(
                "",
                "",
                true,
                List.of("10000.00", "", "", ""),
                List.of("2000.00", "", "", ""),
                SpendOrder.PRINCIPAL_FIRST,
                "",
                "",
                PinRule.ABOVE,
                SUGGESTED_PIN_ABOVE,
                true,
                "0",
                "20",
                false,
                1L,
                "1.00",
                "",
                "0.01",
                12,
                false,
                "300.00",
                12);
    }

    static boolean isOn(@Nullable Boolean box) {
        return Boolean.TRUE.equals(box);
    }

    /** What was typed in one tier's field, empty when nothing. */
    private static String typed(@Nullable List<String> values, int tier) {
        return values == null || tier >= values.size() || values.get(tier) == null ? "" : values.get(tier);
    }

    public String typedFrom(int tier) {
        return typed(tierFrom, tier);
    }

    public String typedBonus(int tier) {
        return typed(tierBonus, tier);
    }

    /** @throws InvalidFieldException naming the field that cannot be read */
    CreateProgramme toCommand(MoneyFormat money) {
        return new CreateProgramme(code, name, terms(money));
    }

    private ProgrammeTerms terms(MoneyFormat money) {
        return new ProgrammeTerms(
                isOn(storedValue) ? storedValue(money) : null,
                isOn(discount) ? discountTerms() : null,
                isOn(points) ? points(money) : null,
                isOn(memberPrice) ? new MemberPrice(amount(money, "memberFee", memberFee), memberValidMonths) : null);
    }

    private Discount discountTerms() {
        return new Discount(
                TypedPercent.read("percentOffPaidByBalance", percentOffPaidByBalance),
                TypedPercent.read("percentOffPaidOtherwise", percentOffPaidOtherwise));
    }

    private StoredValue storedValue(MoneyFormat money) {
        List<Tier> tiers = new ArrayList<>();
        for (int i = 0; i < TIERS; i++) {
            if (!typedFrom(i).isBlank()) {
                tiers.add(new Tier(
                        positive("tierFrom", amount(money, "tierFrom", typedFrom(i))),
                        typedBonus(i).isBlank() ? 0 : amount(money, "tierBonus", typedBonus(i))));
            }
        }
        if (tiers.stream().map(Tier::atLeastMinor).distinct().count() < tiers.size()) {
            throw new InvalidFieldException("tierFrom", "tiers");
        }
        return new StoredValue(
                tiers,
                spendOrder,
                optional(money, "minTopUp", minTopUp),
                optional(money, "maxBalance", maxBalance),
                pinRule == PinRule.NEVER ? null : (Long) amount(money, "pinAbove", pinAbove));
    }

    private Points points(MoneyFormat money) {
        Long minimum = optional(money, "minBill", minBill);
        Long worth = optional(money, "redeemWorth", redeemWorth);
        return new Points(
                new PointsTerms(
                        earnPoints,
                        positive("earnPer", amount(money, "earnPer", earnPer)),
                        minimum == null ? 0 : minimum,
                        worth == null ? null : positive("redeemWorth", worth)),
                pointsValidMonths,
                null);
    }

    private static long amount(MoneyFormat money, String field, @Nullable String text) {
        return money.parse(field, text == null ? "" : text);
    }

    private static long positive(String field, long amount) {
        if (amount <= 0) {
            throw new InvalidFieldException(field, "amount");
        }
        return amount;
    }

    private static @Nullable Long optional(MoneyFormat money, String field, @Nullable String text) {
        return text == null || text.isBlank() ? null : money.parse(field, text);
    }
}
