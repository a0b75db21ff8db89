package com.regulars.shift;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shift with all that was written down about its drawer.
 *
 * @param movements cash in and out, the oldest first
 * @param closing null while it is open, and for shifts of a time when nobody counted
 * @param explanations why the count differs, the oldest first
 */
public record ShiftDetails(
        Shift shift,
        List<CashMovement> movements,
        @Nullable Closing closing,
        List<Explanation> explanations,
        @Nullable Handover handover) {

    public ShiftDetails {
        movements = List.copyOf(movements);
        explanations = List.copyOf(explanations);
    }

    /** A difference that nobody has explained yet. */
    public boolean isUnexplained() {
        return closing != null && closing.differenceMinor() != 0 && explanations.isEmpty();
    }

    public long cashInMinor() {
        return sum(CashMovement.Direction.IN);
    }

    public long cashOutMinor() {
        return sum(CashMovement.Direction.OUT);
    }

    private long sum(CashMovement.Direction direction) {
        return movements.stream()
                .filter(movement -> movement.direction() == direction)
                .mapToLong(CashMovement::amountMinor)
                .sum();
    }
}
