package com.regulars.contact;

import com.regulars.access.Permission;
import com.regulars.customer.TimelineEntry;
import com.regulars.customer.TimelineSource;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Contacts in the guest's timeline (R1.12). */
@Component
@RequiredArgsConstructor
class ContactTimeline implements TimelineSource {

    private final ContactHistory history;
    private final MessageSource messages;

    @Override
    public Permission permission() {
        return Permission.CONTACT_READ;
    }

    @Override
    public List<TimelineEntry> newest(long customerId, int limit) {
        return history.newestOf(customerId, limit).stream()
                .filter(contact -> !contact.isCorrected())
                .map(this::entry)
                .toList();
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
    static String icon(Channel channel) {
        return switch (channel) {
            case CALL -> "phone";
            case SMS -> "message";
            case EMAIL -> "mail";
            case LETTER -> "file-text";
            case VISIT -> "users";
        };
    }
}
