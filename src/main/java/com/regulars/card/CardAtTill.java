package com.regulars.card;

import com.regulars.card.programme.PointsTerms;
import com.regulars.card.programme.ProgrammeTerms;
import com.regulars.card.programme.ProgrammeTerms.Discount;
import com.regulars.card.programme.ProgrammeTerms.Points;
import com.regulars.card.programme.ProgrammeTerms.StoredValue;
import com.regulars.ledger.SpendOrder;
import com.regulars.shared.Rate;
import com.regulars.shared.RefusedException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A card's own row and the terms of its programme, as far as they decide whether and how it pays. */
record CardAtTill(
        long id, CardStatus status, @Nullable LocalDate memberPriceUntil, boolean hasPin, ProgrammeTerms programme) {

    CardTerms terms(LocalDate businessDate) {
        Optional<Discount> discount = Optional.ofNullable(programme.discount());
        return new CardTerms(
                id,
                programme.storedValue() != null,
                discount.map(Discount::offPaidByBalance).orElse(Rate.ZERO),
                discount.map(Discount::offPaidOtherwise).orElse(Rate.ZERO),
                memberPriceUntil != null && !memberPriceUntil.isBefore(businessDate),
                points(),
                pinAboveMinor());
    }

    void requireActive() {
        if (status != CardStatus.ACTIVE) {
            throw new RefusedException("CARD_NOT_ACTIVE");
        }
    }

    /** Null when the card stores no value. */
    @Nullable
    SpendOrder spendOrder() {
        StoredValue stored = programme.storedValue();
        return stored == null ? null : stored.spendOrder();
    }

    /** Null when the card collects no points. */
    @Nullable
    PointsTerms points() {
        Points points = programme.points();
        return points == null ? null : points.terms();
    }

    boolean asksPinFor(long storedValueMinor) {
        Long limit = pinAboveMinor();
        return limit != null && storedValueMinor > limit;
    }

    private @Nullable Long pinAboveMinor() {
        StoredValue stored = programme.storedValue();
        return stored == null ? null : stored.pinAboveMinor();
    }

    @Nullable
    LocalDate pointsExpireOn(LocalDate earnedOn) {
        Points points = programme.points();
        return points == null || points.validMonths() == null ? null : earnedOn.plusMonths(points.validMonths());
    }
}
