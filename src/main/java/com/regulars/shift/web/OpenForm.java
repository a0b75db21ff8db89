package com.regulars.shift.web;

import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.PlainText;
import com.regulars.shift.OpenShift;
import com.regulars.venue.MoneyFormat;
import org.jspecify.annotations.Nullable;

/** What a cashier fills in to open a shift. */
record OpenForm(@Nullable String till, @Nullable String floatAmount) {

    private static final int LONGEST_TILL = 30;

    OpenShift toCommand(long venueId, MoneyFormat money) {
        String name = till == null ? "" : till.strip();
        if (name.isEmpty()) {
            throw new InvalidFieldException("till", "required");
        }
        if (name.length() > LONGEST_TILL) {
            throw new InvalidFieldException("till", "shift.tooLong", LONGEST_TILL);
        }
        return new OpenShift(
                venueId,
                PlainText.require("till", name),
                money.parse("floatAmount", floatAmount == null ? "" : floatAmount));
    }
}
