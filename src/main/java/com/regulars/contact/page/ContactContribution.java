package com.regulars.contact.page;

import com.regulars.access.Permission;
import com.regulars.contact.Channel;
import com.regulars.contact.ContactHistory;
import com.regulars.contact.ContactSummary;
import com.regulars.customer.GuestOnPage;
import com.regulars.customer.page.GuestAction;
import com.regulars.customer.page.GuestPageContribution;
import com.regulars.customer.page.GuestPageParts;
import com.regulars.customer.page.GuestPanel;
import com.regulars.customer.page.TimelineEntry;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The newest contacts on the page of a guest, with a line to log the next one in two clicks (R1.12). */
@Component
@RequiredArgsConstructor
class ContactContribution implements GuestPageContribution {

    private static final int SHOWN = 5;

    private final ContactHistory history;
    private final MessageSource messages;

    record Panel(List<ContactSummary> contacts, long count, List<Channel> channels, boolean mayLog) {}

    @Override
    public void contribute(GuestOnPage guest, GuestPageParts page) {
        boolean mayLog = page.viewerMay(Permission.CONTACT_LOG);
        if (mayLog) {
            String url = "/contacts/new?customerId=" + guest.id();
            page.addAction(10, new GuestAction("contact.action.log", url, "phone", false));
        }
        if (page.viewerMay(Permission.CONTACT_READ)) {
            var contacts = history.ofGuest(guest.id(), GuestPageParts.TIMELINE);
            var newest = contacts.newest();
            var shown = newest.stream().limit(SHOWN).toList();
            var panel = new Panel(shown, contacts.count(), List.of(Channel.values()), mayLog);
            page.addPanel(new GuestPanel("contact", GuestPanel.Column.RIGHT, 40, "contact/_panel :: panel", panel));
            page.addToTimeline(newest.stream()
                    .filter(contact -> !contact.isCorrected())
                    .map(this::entry)
                    .toList());
        }
    }

    private TimelineEntry entry(ContactSummary contact) {
        Locale locale = LocaleContextHolder.getLocale();
        String way = messages.getMessage("contact.way." + contact.channel() + "." + contact.direction(), null, locale);
        String text = messages.getMessage("contact.timeline", new Object[] {way, contact.said()}, locale);
        return new TimelineEntry(
                contact.occurredAt(),
                icon(contact.channel()),
                text,
                contact.loggedBy().name(),
                "/contacts/" + contact.id());
    }

    /** The symbol of the icon sprite that stands for a channel. */
    private static String icon(Channel channel) {
        return switch (channel) {
            case CALL -> "phone";
            case SMS -> "message";
            case EMAIL -> "mail";
            case LETTER -> "file-text";
            case VISIT -> "users";
        };
    }
}
