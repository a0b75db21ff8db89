package com.regulars.settlement.page;

import com.regulars.access.Permission;
import com.regulars.customer.GuestOnPage;
import com.regulars.customer.page.GuestPageContribution;
import com.regulars.customer.page.GuestPageParts;
import com.regulars.customer.page.TimelineEntry;
import com.regulars.settlement.SettlementList;
import com.regulars.settlement.SettlementRow;
import com.regulars.venue.MoneyFormat;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The guest's bills in the timeline of their page, each with a link to its receipt (R1.12). */
@Component
@RequiredArgsConstructor
class BillContribution implements GuestPageContribution {

    private final SettlementList list;
    private final MoneyFormat money;
    private final Venues venues;
    private final MessageSource messages;

    @Override
    public void contribute(GuestOnPage guest, GuestPageParts page) {
        if (page.viewerMay(Permission.BILL_READ)) {
            var bills = list.ofCustomer(guest.id(), GuestPageParts.TIMELINE);
            var places = venues.byIds(bills.stream().map(SettlementRow::venueId).collect(Collectors.toSet()));
            page.addToTimeline(bills.stream().map(bill -> entry(bill, places)).toList());
        }
    }

    private TimelineEntry entry(SettlementRow row, Map<Long, Venue> places) {
        String refunded =
                row.refundedMinor() == 0 ? "" : say("settlement.timeline.refunded", money.full(row.refundedMinor()));
        Venue place = places.get(row.venueId());
        return new TimelineEntry(
                row.settledAt(),
                "receipt",
                say("settlement.timeline.settled", money.full(row.payableMinor())) + refunded,
                (place == null ? "" : place.name() + " ") + row.receiptNumber(),
                "/settlements/" + row.id());
    }

    private String say(String key, String amount) {
        return messages.getMessage(key, new Object[] {amount}, LocaleContextHolder.getLocale());
    }
}
