package com.regulars.contact;

import com.regulars.access.ActedBy;
import com.regulars.access.Actor;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import lombok.Getter;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;

/**
 * One contact as it was logged. Its author may edit it for a short while; later it stands as it is and is corrected by
 * an entry that points at it.
 */
@Entity
@Table(name = "contact_entry")
@Getter
class ContactEntry {

    /** How long the author may still edit what they wrote. */
    static final Duration EDITABLE_FOR = Duration.ofMinutes(30);

    /** Clocks of two machines differ a little, so an entry of "just now" is no entry about the future. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "contact_entry_seq")
    @SequenceGenerator(name = "contact_entry_seq", sequenceName = "contact_entry_seq", allocationSize = 50)
    private @Nullable Long id;

    private long customerId;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    private Instant occurredAt;
    private String said;
    private String outcome;
    private String nextStep;
    private @Nullable LocalDate nextOn;

    @Embedded
    @EmbeddedColumnNaming("next_for_%s")
    private @Nullable ActedBy nextFor;

    private @Nullable Instant nextDoneAt;

    @Embedded
    @EmbeddedColumnNaming("next_done_by_%s")
    private @Nullable ActedBy nextDoneBy;

    @Embedded
    @EmbeddedColumnNaming("logged_by_%s")
    private ActedBy loggedBy;

    private Instant loggedAt;
    private @Nullable Long correctsId;

    @Version
    private int version;

    protected ContactEntry() {}

    ContactEntry(LogContact command, Actor by, Instant now) {
        this.customerId = command.customerId();
        this.loggedBy = by.acted();
        this.nextFor = loggedBy;
        this.loggedAt = now;
        write(command, now);
    }

    /** What should have been written instead of {@code wrong}, as an entry of its own. */
    static ContactEntry correcting(ContactEntry wrong, LogContact command, Actor by, Instant now) {
        var entry = new ContactEntry(command, by, now);
        entry.customerId = wrong.customerId;
        entry.correctsId = wrong.id;
        return entry;
    }

    /** Changes what was written; only its author may, and only for {@link #EDITABLE_FOR}. */
    void edit(LogContact command, int versionSeen, Actor by, Instant now) {
        if (version != versionSeen) {
            throw new RefusedException(RefusedException.Reason.CONFLICT, "CONTACT_CHANGED_MEANWHILE");
        }
        if (!isEditableBy(by, now)) {
            throw new RefusedException("CONTACT_NOT_EDITABLE", EDITABLE_FOR.toMinutes());
        }
        write(command, now);
    }

    boolean isEditableBy(Actor actor, Instant now) {
        return loggedBy.is(actor) && now.isBefore(loggedAt.plus(EDITABLE_FOR));
    }

    void completeNextStep(Actor by, Instant now) {
        if (nextStep.isEmpty()) {
            throw new RefusedException("CONTACT_WITHOUT_NEXT_STEP");
        }
        if (nextDoneAt == null) {
            nextDoneAt = now;
            nextDoneBy = by.acted();
        }
    }

    /** What is to be done next becomes a colleague's, or nobody's. */
    void passStepOn(@Nullable ActedBy successor) {
        nextFor = successor;
    }

    private void write(LogContact command, Instant now) {
        if (command.occurredAt().isAfter(now.plus(CLOCK_DIFFERENCE))) {
            throw new InvalidFieldException("occurredAt", "contactInFuture");
        }
        if (command.nextOn() != null && command.nextStep().isBlank()) {
            throw new InvalidFieldException("nextStep", "nextStepMissing");
        }
        this.channel = command.channel();
        this.direction = command.direction();
        this.occurredAt = command.occurredAt();
        this.said = command.said().strip();
        this.outcome = command.outcome().strip();
        this.nextStep = command.nextStep().strip();
        this.nextOn = command.nextOn();
    }
}
