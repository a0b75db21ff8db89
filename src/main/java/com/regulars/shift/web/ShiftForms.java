package com.regulars.shift.web;

import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.PlainText;
import org.jspecify.annotations.Nullable;

/** Small forms of the shift page. */
final class ShiftForms {

    private static final int LONGEST_REASON = 500;

    private ShiftForms() {}

    /** @param requestId made when the form was drawn, so that sending it twice moves the money once */
    record MovementForm(
            @Nullable String requestId,
            @Nullable String direction,
            @Nullable String amount,
            @Nullable String reason) {

        String amountText() {
            return amount == null ? "" : amount;
        }
    }

    record HandoverForm(
            @Nullable String approver,
            @Nullable String approverPassword,
            @Nullable String left) {

        @Override
        public String toString() {
            return "HandoverForm[approver=" + approver + "]";
        }
    }

    static String reason(@Nullable String typed) {
        String reason = typed == null ? "" : typed.strip();
        if (reason.isEmpty()) {
            throw new InvalidFieldException("reason", "required");
        }
        if (reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            throw new InvalidFieldException("reason", "shift.tooLong", LONGEST_REASON);
        }
        return PlainText.require("reason", reason);
    }
}
