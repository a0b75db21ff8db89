package com.regulars.settlement.web;

import com.regulars.access.Permission;
import com.regulars.customer.TimelineEntry;
import com.regulars.customer.TimelineSource;
import com.regulars.settlement.SettlementList;
import com.regulars.settlement.SettlementRow;
import com.regulars.venue.MoneyFormat;
import com.regulars.venue.Venues;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The guest's bills on the customer page, each with a link to its receipt. */
@Component
@RequiredArgsConstructor
class SettlementTimeline implements TimelineSource {

    private final SettlementList list;
    private final MoneyFormat money;
    private final Venues venues;
    private final MessageSource messages;

    @Override
    public Permission permission() {
        return Permission.BILL_READ;
    }

    @Override
    public List<TimelineEntry> newest(long customerId, int limit) {
        return list.ofCustomer(customerId, limit).stream().map(this::entry).toList();
    }

    private TimelineEntry entry(SettlementRow row) {
        String refunded =
                row.refundedMinor() == 0 ? "" : say("settlement.timeline.refunded", money.full(row.refundedMinor()));
        return new TimelineEntry(
                row.settledAt(),
                "receipt",
                say("settlement.timeline.settled", money.full(row.payableMinor())) + refunded,
                venues.get(row.venueId()).name() + " " + row.receiptNumber(),
                "/settlements/" + row.id());
    }

    private String say(String key, String amount) {
        return messages.getMessage(key, new Object[] {amount}, LocaleContextHolder.getLocale());
    }
}
