package com.regulars.shift;

import com.regulars.shared.RefusedException;
import java.util.Map;

/** Somebody's shift is open at this till: {@code SHIFT_ALREADY_OPEN} with {@code existingId}. */
public class ShiftAlreadyOpenException extends RefusedException {

    private final long existingId;

    ShiftAlreadyOpenException(Shift existing) {
        super(Reason.CONFLICT, "SHIFT_ALREADY_OPEN", existing.till(), existing.openedBy());
        this.existingId = existing.id();
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("existingId", String.valueOf(existingId));
    }
}
