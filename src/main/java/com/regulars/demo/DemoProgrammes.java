package com.regulars.demo;

import com.regulars.card.programme.CreateProgramme;
import com.regulars.card.programme.PointsTerms;
import com.regulars.card.programme.ProgrammeEditing;
import com.regulars.card.programme.ProgrammeTerms;
import com.regulars.card.programme.ProgrammeTerms.Discount;
import com.regulars.card.programme.ProgrammeTerms.MemberPrice;
import com.regulars.card.programme.ProgrammeTerms.Points;
import com.regulars.card.programme.ProgrammeTerms.StoredValue;
import com.regulars.card.programme.ProgrammeTerms.Tier;
import com.regulars.card.programme.Programmes;
import com.regulars.ledger.SpendOrder;
import com.regulars.shared.Rate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** One programme of each kind, and one that is all in one (R4.2 to R4.5). */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoProgrammes {

    static final String STORED = "stored";
    static final String POINTS = "points";
    static final String MEMBER = "member";
    static final String GOLD = "gold";

    private static final int CARD_YEARS_IN_MONTHS = 12;

    private final Programmes programmes;
    private final ProgrammeEditing editing;

    void write() {
        create(programme(STORED, "储值卡", stored(null, new Tier(1_000_000, 200_000)), policy(), null, null));
        create(programme(POINTS, "积分卡", null, null, points(), null));
        create(programme(MEMBER, "会员价卡", null, null, null, new MemberPrice(30_000, CARD_YEARS_IN_MONTHS)));
        create(programme(
                GOLD,
                "金卡",
                stored(
                        100_000L,
                        new Tier(100_000, 8_000),
                        new Tier(300_000, 36_000),
                        new Tier(500_000, 75_000),
                        new Tier(1_000_000, 200_000)),
                null,
                points(),
                new MemberPrice(50_000, CARD_YEARS_IN_MONTHS)));
    }

    /** The policy of the documents: no discount from the balance, 20 % off otherwise (R4.2). */
    private static Discount policy() {
        return new Discount(Rate.ZERO, Rate.ofPercent(20));
    }

    /** One point for each yuan, worth one fen. */
    private static Points points() {
        return new Points(new PointsTerms(1, 100, 0, 1L), 24, null);
    }

    private static StoredValue stored(@Nullable Long pinAboveMinor, Tier... tiers) {
        return new StoredValue(List.of(tiers), SpendOrder.PRINCIPAL_FIRST, null, null, pinAboveMinor);
    }

    private static CreateProgramme programme(
            String code,
            String name,
            @Nullable StoredValue storedValue,
            @Nullable Discount discount,
            @Nullable Points points,
            @Nullable MemberPrice memberPrice) {
        return new CreateProgramme(code, name, new ProgrammeTerms(storedValue, discount, points, memberPrice));
    }

    private void create(CreateProgramme command) {
        if (programmes.find(command.code()).isEmpty()) {
            editing.create(command);
        }
    }
}
