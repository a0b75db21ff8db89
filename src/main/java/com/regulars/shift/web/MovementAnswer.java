package com.regulars.shift.web;

import com.regulars.shift.CashMovement;
import java.time.Instant;

/** Cash in or out as other systems see it. */
record MovementAnswer(
        String id,
        String shiftId,
        CashMovement.Direction direction,
        long amountMinor,
        String reason,
        Instant at,
        String by) {

    static MovementAnswer of(CashMovement movement) {
        return new MovementAnswer(
                String.valueOf(movement.id()),
                String.valueOf(movement.shiftId()),
                movement.direction(),
                movement.amountMinor(),
                movement.reason(),
                movement.at(),
                movement.by());
    }
}
