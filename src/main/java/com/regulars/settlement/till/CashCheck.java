package com.regulars.settlement.till;

import com.regulars.shared.InvalidFieldException;
import com.regulars.venue.MoneyFormat;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Looks at the cash a cashier typed: too little is never taken for the exact sum, and much more than the bill is asked
 * about once (R4.10). A question of the till only; other systems may settle whatever they were handed.
 */
@Component
@RequiredArgsConstructor
class CashCheck {

    /** Nobody hands over a note that comes back whole: change above the largest note is most likely a slip of the finger. */
    private static final String LARGEST_NOTE = "100";

    private final MoneyFormat money;

    /** @throws InvalidFieldException {@code cashShort} or {@code cashMuch} on the field {@code cash} */
    void requirePlausible(long dueMinor, PayNow command) {
        Long handed = command.cashMinor();
        if (handed == null) {
            return;
        }
        if (handed < dueMinor) {
            throw new InvalidFieldException("cash", "cashShort", money.plain(dueMinor - handed));
        }
        long change = handed - dueMinor;
        if (change > money.parse("cash", LARGEST_NOTE) && !handed.equals(command.cashSeenMinor())) {
            throw new InvalidFieldException("cash", "cashMuch", money.plain(handed), money.plain(change));
        }
    }
}
