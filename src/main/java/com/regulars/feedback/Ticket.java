package com.regulars.feedback;

import com.regulars.access.ActedBy;
import com.regulars.access.Actor;
import com.regulars.access.Permission;
import com.regulars.shared.RefusedException;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lombok.Getter;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;

/**
 * A guest's word that is followed up until it is solved (R3.1). Whoever takes it owns it (R3.3): only the owner and
 * those who answer for all tickets move it on, and it changes hands only when the other one accepts.
 */
@Entity
@Table(name = "feedback_ticket")
@Getter
class Ticket {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "feedback_ticket_seq")
    @SequenceGenerator(name = "feedback_ticket_seq", sequenceName = "feedback_ticket_seq", allocationSize = 50)
    private @Nullable Long id;

    private String number;
    private long venueId;
    private @Nullable Long customerId;
    private @Nullable String guestName;

    @Enumerated(EnumType.STRING)
    private TicketSource source;

    @Enumerated(EnumType.STRING)
    private TicketCategory category;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    private @Nullable String product;
    private LocalDate occurredOn;
    private String text;

    @Enumerated(EnumType.STRING)
    private TicketStatus status = TicketStatus.NEW;

    private Instant takenAt;

    @Embedded
    @EmbeddedColumnNaming("taken_by_%s")
    private ActedBy takenBy;

    @Embedded
    @AttributeOverride(name = "key", column = @Column(name = "owner_key"))
    @AttributeOverride(name = "name", column = @Column(name = "owner_name"))
    private @Nullable Party owner;

    @Embedded
    @AttributeOverride(name = "key", column = @Column(name = "offered_key"))
    @AttributeOverride(name = "name", column = @Column(name = "offered_name"))
    private @Nullable Party offeredTo;

    private @Nullable String result;

    @Embedded
    @EmbeddedColumnNaming("solved_by_%s")
    private @Nullable ActedBy solvedBy;

    private @Nullable Instant solvedAt;

    @OneToMany(mappedBy = "ticket", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<TicketEvent> events = new ArrayList<>();

    @Version
    private int version;

    protected Ticket() {}

    Ticket(String number, LocalDate today, TakeTicket command, Actor by, Instant now) {
        this.number = number;
        this.venueId = command.venueId();
        this.customerId = command.customerId();
        this.guestName = blankToNull(command.guestName());
        this.source = command.source();
        this.category = command.category();
        this.severity = command.severity() == null ? Severity.NORMAL : command.severity();
        this.product = blankToNull(command.product());
        this.occurredOn = command.occurredOn() == null ? today : command.occurredOn();
        this.text = command.text().strip();
        this.takenAt = now;
        this.takenBy = by.acted();
        this.owner = by.kind() == Actor.Kind.EMPLOYEE ? Party.of(by) : null;
        tell(TicketEventKind.TAKEN, by, now, "");
    }

    /** Takes responsibility for a ticket that came through another system and has no owner yet. */
    void claim(Actor by, Instant now) {
        if (owner != null) {
            throw new RefusedException(RefusedException.Reason.CONFLICT, "TICKET_HAS_OWNER", owner.name());
        }
        owner = Party.of(by);
        tell(TicketEventKind.CLAIMED, by, now, "");
    }

    void begin(Actor by, Instant now) {
        move(by, EnumSet.of(TicketStatus.NEW), TicketStatus.IN_PROGRESS);
        tell(TicketEventKind.BEGUN, by, now, "");
    }

    /** Waits for the guest's answer; {@code question} is what the guest was asked. */
    void waitForGuest(String question, Actor by, Instant now) {
        move(by, EnumSet.of(TicketStatus.NEW, TicketStatus.IN_PROGRESS), TicketStatus.WAITING_FOR_GUEST);
        tell(TicketEventKind.WAITING, by, now, question);
    }

    void resume(String answer, Actor by, Instant now) {
        move(by, EnumSet.of(TicketStatus.WAITING_FOR_GUEST), TicketStatus.IN_PROGRESS);
        tell(TicketEventKind.RESUMED, by, now, answer);
    }

    /** Writes down what happened meanwhile; everybody who reads the ticket may, until it is closed. */
    void note(String words, Actor by, Instant now) {
        if (status == TicketStatus.CLOSED) {
            throw wrongStatus();
        }
        tell(TicketEventKind.NOTED, by, now, words);
    }

    /** Asks a colleague to take over; the ticket stays with its owner until they accept. */
    void offer(Party colleague, String words, Actor by, Instant now) {
        requireOpen();
        requireResponsible(by);
        if (colleague.equals(owner)) {
            throw new RefusedException("TICKET_ALREADY_THEIRS", colleague.name());
        }
        offeredTo = colleague;
        tell(TicketEventKind.OFFERED, by, now, words.isBlank() ? colleague.name() : colleague.name() + "：" + words);
    }

    void withdrawOffer(Actor by, Instant now) {
        requireResponsible(by);
        requireOffer();
        offeredTo = null;
        tell(TicketEventKind.OFFER_WITHDRAWN, by, now, "");
    }

    void acceptOffer(Actor by, Instant now) {
        requireOpen();
        requireOfferTo(by);
        owner = Party.of(by);
        offeredTo = null;
        tell(TicketEventKind.OFFER_ACCEPTED, by, now, "");
    }

    void declineOffer(String reason, Actor by, Instant now) {
        requireOfferTo(by);
        offeredTo = null;
        tell(TicketEventKind.OFFER_DECLINED, by, now, reason);
    }

    /** Takes it out of the hands of an owner or an asked colleague who leaves; nobody may be there to take it. */
    void passOn(String leaverKey, @Nullable Party successor, Actor by, Instant now) {
        if (offeredTo != null && offeredTo.key().equals(leaverKey)) {
            offeredTo = null;
        }
        if (owner != null && owner.key().equals(leaverKey)) {
            String words = owner.name() + " → " + (successor == null ? "–" : successor.name());
            owner = successor;
            tell(TicketEventKind.HANDED_OVER, by, now, words);
        }
    }

    /** Ends the work with its result, signed by name and time. */
    void solve(String words, Actor by, Instant now) {
        move(
                by,
                EnumSet.of(TicketStatus.NEW, TicketStatus.IN_PROGRESS, TicketStatus.WAITING_FOR_GUEST),
                TicketStatus.SOLVED);
        result = words.strip();
        solvedBy = by.acted();
        solvedAt = now;
        offeredTo = null;
        tell(TicketEventKind.SOLVED, by, now, words);
    }

    /** The guest is not satisfied after all: the result is taken back, its words stay in the history. */
    void reopen(String reason, Actor by, Instant now) {
        move(by, EnumSet.of(TicketStatus.SOLVED), TicketStatus.IN_PROGRESS);
        result = null;
        solvedBy = null;
        solvedAt = null;
        tell(TicketEventKind.REOPENED, by, now, reason);
    }

    void close(Actor by, Instant now) {
        move(by, EnumSet.of(TicketStatus.SOLVED), TicketStatus.CLOSED);
        tell(TicketEventKind.CLOSED, by, now, "");
    }

    boolean isOwnedBy(Actor actor) {
        return owner != null && owner.key().equals(actor.key());
    }

    boolean isOfferedTo(Actor actor) {
        return offeredTo != null && offeredTo.key().equals(actor.key());
    }

    /** True for the owner and for those who answer for all tickets. */
    boolean mayBeMovedBy(Actor actor) {
        return isOwnedBy(actor) || actor.may(Permission.FEEDBACK_SOLVE);
    }

    private void move(Actor by, Set<TicketStatus> from, TicketStatus to) {
        if (!from.contains(status)) {
            throw wrongStatus();
        }
        requireResponsible(by);
        status = to;
    }

    private void requireOpen() {
        if (!status.isOpen()) {
            throw wrongStatus();
        }
    }

    private void requireResponsible(Actor actor) {
        if (!mayBeMovedBy(actor)) {
            throw new RefusedException("TICKET_NOT_YOURS", owner == null ? "-" : owner.name());
        }
    }

    private void requireOffer() {
        if (offeredTo == null) {
            throw new RefusedException(RefusedException.Reason.CONFLICT, "TICKET_NOT_OFFERED");
        }
    }

    private void requireOfferTo(Actor actor) {
        requireOffer();
        if (!isOfferedTo(actor)) {
            throw new RefusedException("TICKET_NOT_OFFERED_TO_YOU");
        }
    }

    private RefusedException wrongStatus() {
        return new RefusedException(RefusedException.Reason.CONFLICT, "TICKET_STATUS_" + status);
    }

    private void tell(TicketEventKind kind, Actor by, Instant at, String words) {
        events.add(new TicketEvent(this, kind, at, by.acted(), words.strip()));
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
