package com.regulars.card;

import com.regulars.card.programme.PointsTerms;
import com.regulars.shared.Rate;
import org.jspecify.annotations.Nullable;

/**
 * What a card brings to a bill on one business day (R4.2 to R4.5).
 *
 * @param storedValue whether the card can pay
 * @param offPaidByBalance discount when stored value pays the whole bill
 * @param offPaidOtherwise discount for the card's holder in every other case
 * @param memberPrice whether member prices hold on that day
 * @param points null when the card collects no points
 * @param pinAboveMinor a PIN is asked when stored value pays more than this; null means never
 */
public record CardTerms(
        long cardId,
        boolean storedValue,
        Rate offPaidByBalance,
        Rate offPaidOtherwise,
        boolean memberPrice,
        @Nullable PointsTerms points,
        @Nullable Long pinAboveMinor) {}
