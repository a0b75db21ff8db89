package com.regulars.contact.web;

import com.regulars.contact.Channel;
import com.regulars.contact.ContactSummary;
import com.regulars.contact.Direction;
import com.regulars.contact.LogContact;
import com.regulars.customer.observation.ObservationCategory;
import com.regulars.venue.TimeFormat;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What is typed about a contact.
 *
 * @param occurredAt local time of the brand; empty means now
 * @param correctsId the wrong entry this one is to stand in for
 * @param learnt something to keep on the guest's card, may be empty
 * @param version of the entry being edited
 */
record ContactForm(
        @Nullable Long customerId,
        @NotNull Channel channel,
        @NotNull Direction direction,

        @Nullable @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm")
        LocalDateTime occurredAt,

        @NotBlank @Size(max = 4000) String said,
        @Size(max = 500) String outcome,
        @Size(max = 500) String nextStep,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate nextOn,

        @Nullable Long correctsId,
        @Nullable ObservationCategory learntAbout,
        @Size(max = 500) String learnt,
        @Nullable Integer version) {

    ContactForm {
        said = said == null ? "" : said;
        outcome = outcome == null ? "" : outcome;
        nextStep = nextStep == null ? "" : nextStep;
        learnt = learnt == null ? "" : learnt;
        version = version == null ? 0 : version;
    }

    static ContactForm empty(long customerId, Channel channel, LocalDateTime now) {
        return new ContactForm(customerId, channel, Direction.OUT, now, "", "", "", null, null, null, "", 0);
    }

    static ContactForm of(ContactSummary contact, TimeFormat times) {
        return new ContactForm(
                contact.customerId(),
                contact.channel(),
                contact.direction(),
                times.local(contact.occurredAt()),
                contact.said(),
                contact.outcome(),
                contact.nextStep(),
                contact.nextOn(),
                null,
                null,
                "",
                contact.version());
    }

    int versionSeen() {
        return version == null ? 0 : version;
    }

    ContactForm correcting(long wrongId) {
        return new ContactForm(
                customerId, channel, direction, occurredAt, said, outcome, nextStep, nextOn, wrongId, null, "", 0);
    }

    LogContact toCommand(long forCustomerId, TimeFormat times, Instant now) {
        Instant at = occurredAt == null ? now : times.instant(occurredAt);
        return new LogContact(forCustomerId, channel, direction, at, said, outcome, nextStep, nextOn);
    }
}
