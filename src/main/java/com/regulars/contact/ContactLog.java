package com.regulars.contact;

import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.customer.Customers;
import com.regulars.customer.observation.Observing;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import java.time.Clock;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the log of contacts with guests (R2.1): an entry may be edited by its author for half an hour and is corrected
 * by adding after that.
 */
@Service
@RequiredArgsConstructor
@Transactional
@Requires(Permission.CONTACT_LOG)
public class ContactLog {

    private final ContactEntryRepository entries;
    private final Customers customers;
    private final Observing observing;
    private final CurrentActor currentActor;
    private final Clock clock;

    /** @return the id of the new entry */
    public long log(LogContact command) {
        customers.get(command.customerId());
        return save(new ContactEntry(command, currentActor.get(), clock.instant()));
    }

    /**
     * Logs a contact and puts what was learnt on the guest's card, both or neither.
     *
     * @return the id of the new entry
     */
    public long log(LogContact command, Learnt learnt) {
        observing.note(command.customerId(), learnt.category(), learnt.text());
        return log(command);
    }

    /** Changes an entry that was just written, by its author. */
    public void edit(long id, int versionSeen, LogContact command) {
        get(id).edit(command, versionSeen, currentActor.get(), clock.instant());
    }

    /**
     * Puts a corrected entry beside a wrong one; the wrong one stays readable.
     *
     * @return the id of the correcting entry
     */
    public long correct(long wrongId, LogContact command) {
        if (entries.existsByCorrectsId(wrongId)) {
            throw new RefusedException(RefusedException.Reason.CONFLICT, "CONTACT_ALREADY_CORRECTED");
        }
        return save(ContactEntry.correcting(get(wrongId), command, currentActor.get(), clock.instant()));
    }

    /** Ticks off what was to be done next. */
    public void completeNextStep(long id) {
        get(id).completeNextStep(currentActor.get(), clock.instant());
    }

    private ContactEntry get(long id) {
        return entries.findById(id).orElseThrow(() -> new NotFoundException("contact", id));
    }

    private long save(ContactEntry entry) {
        return Objects.requireNonNull(entries.save(entry).getId());
    }
}
