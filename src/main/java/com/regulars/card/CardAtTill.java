package com.regulars.card;

import com.regulars.card.CardProgramme.Discount;
import com.regulars.ledger.SpendOrder;
import com.regulars.shared.Rate;
import com.regulars.shared.RefusedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A card with the parts of its programme that decide whether and how it pays. */
record CardAtTill(
        long id,
        CardStatus status,
        @Nullable LocalDate memberPriceUntil,
        @Nullable SpendOrder spendOrder,
        @Nullable Long pinAboveMinor,
        @Nullable Discount discount,
        @Nullable PointsTerms points,
        @Nullable Long pointsValidMonths,
        boolean hasPin) {

    CardTerms terms(LocalDate businessDate) {
        return new CardTerms(
                id,
                spendOrder != null,
                discount == null ? Rate.ZERO : discount.offPaidByBalance(),
                discount == null ? Rate.ZERO : discount.offPaidOtherwise(),
                memberPriceUntil != null && !memberPriceUntil.isBefore(businessDate),
                points,
                pinAboveMinor);
    }

    void requireActive() {
        if (status != CardStatus.ACTIVE) {
            throw new RefusedException("CARD_NOT_ACTIVE");
        }
    }

    boolean asksPinFor(long storedValueMinor) {
        return pinAboveMinor != null && storedValueMinor > pinAboveMinor;
    }

    @Nullable
    LocalDate pointsExpireOn(LocalDate earnedOn) {
        return pointsValidMonths == null ? null : earnedOn.plusMonths(pointsValidMonths);
    }

    static CardAtTill read(ResultSet row, int number) throws SQLException {
        String spendOrder = row.getString("spend_order");
        return new CardAtTill(
                row.getLong("id"),
                CardStatus.valueOf(row.getString("status")),
                row.getObject("member_price_until", LocalDate.class),
                spendOrder == null ? null : SpendOrder.valueOf(spendOrder),
                ProgrammeStore.nullableLong(row, "pin_above"),
                ProgrammeStore.discount(row),
                ProgrammeStore.pointsTerms(row),
                ProgrammeStore.nullableLong(row, "points_valid_months"),
                row.getBoolean("has_pin"));
    }
}
