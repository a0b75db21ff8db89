package com.regulars.demo;

import com.regulars.card.CardProgramme;
import com.regulars.card.CardProgramme.Discount;
import com.regulars.card.CardProgramme.MemberPrice;
import com.regulars.card.CardProgramme.Points;
import com.regulars.card.CardProgramme.StoredValue;
import com.regulars.card.CardProgramme.Tier;
import com.regulars.card.PointsTerms;
import com.regulars.card.Programmes;
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

    void write() {
        create(new CardProgramme(0, STORED, "储值卡", stored(null, new Tier(1_000_000, 200_000)), policy(), null, null));
        create(new CardProgramme(0, POINTS, "积分卡", null, null, points(), null));
        create(new CardProgramme(0, MEMBER, "会员价卡", null, null, null, new MemberPrice(30_000, CARD_YEARS_IN_MONTHS)));
        create(new CardProgramme(
                0,
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

    private void create(CardProgramme draft) {
        if (programmes.find(draft.code()).isEmpty()) {
            programmes.create(draft);
        }
    }
}
