package com.regulars.ledger.web;

import com.regulars.ledger.Unit;
import com.regulars.venue.MoneyFormat;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what the books count as people read it: money in the brand's currency, points as a number. */
@Component("ledgerAmounts")
@RequiredArgsConstructor
class LedgerAmounts {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private final MoneyFormat money;

    public String text(Unit unit, long amount) {
        return unit == Unit.CURRENCY ? money.plain(amount) : money.count(amount);
    }

    /** A figure of a finding; what is no amount, and an amount that is missing, stays as it was found. */
    public String text(@Nullable Unit unit, String figure) {
        return unit == null || !WHOLE.matcher(figure).matches() ? figure : text(unit, Long.parseLong(figure));
    }
}
