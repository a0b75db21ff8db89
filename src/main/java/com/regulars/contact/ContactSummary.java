package com.regulars.contact;

import com.regulars.access.ActedBy;
import com.regulars.access.Actor;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the contact log as it is shown.
 *
 * @param nextFor who does the next step; null when it waits for somebody
 * @param loggedBy its author
 * @param correctsId the wrong entry this one stands in for
 * @param correctedById the entry that stands in for this one; null while this one is right
 */
public record ContactSummary(
        long id,
        long customerId,
        Channel channel,
        Direction direction,
        Instant occurredAt,
        String said,
        String outcome,
        String nextStep,
        @Nullable LocalDate nextOn,
        @Nullable Instant nextDoneAt,
        @Nullable ActedBy nextDoneBy,
        @Nullable ActedBy nextFor,
        ActedBy loggedBy,
        Instant loggedAt,
        @Nullable Long correctsId,
        @Nullable Long correctedById,
        int version) {

    public boolean isCorrected() {
        return correctedById != null;
    }

    /** Its author may change it for a short while. */
    public boolean isEditableBy(Actor actor, Instant now) {
        return loggedBy.is(actor) && now.isBefore(loggedAt.plus(ContactEntry.EDITABLE_FOR));
    }

    /** True while something is still to be done after this contact. */
    public boolean hasOpenStep() {
        return !nextStep.isEmpty() && nextDoneAt == null && !isCorrected();
    }
}
