package com.regulars.settlement.till;

import org.jspecify.annotations.Nullable;

/**
 * The cashier's word to settle the bill on the screen.
 *
 * @param requestId idempotency key of this attempt
 * @param seen {@link BillDraft#mark} of the bill as it is on the screen, null when that does not matter
 * @param cashMinor what the guest handed over, null for exactly what is due
 * @param cashSeenMinor implausibly much cash that was looked at a second time, null when none was
 */
record PayNow(
        String requestId,
        @Nullable String seen,
        long payableMinor,
        @Nullable Long cashMinor,
        @Nullable Long cashSeenMinor,
        @Nullable String pin) {

    @Override
    public String toString() {
        return "PayNow[requestId=" + requestId + ", payableMinor=" + payableMinor + "]";
    }
}
