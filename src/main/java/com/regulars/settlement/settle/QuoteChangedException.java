package com.regulars.settlement.settle;

import com.regulars.shared.RefusedException;
import java.util.Map;

/** The bill no longer costs what the till showed; the answer carries what it costs now. */
class QuoteChangedException extends RefusedException {

    private final long payableMinor;

    QuoteChangedException(long payableMinor, String payable) {
        super("QUOTE_CHANGED", payable);
        this.payableMinor = payableMinor;
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("payableMinor", payableMinor);
    }
}
