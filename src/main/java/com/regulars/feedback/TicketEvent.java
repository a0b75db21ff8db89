package com.regulars.feedback;

import com.regulars.access.ActedBy;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import lombok.Getter;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;

/** One line of a ticket's history: who did what and when, signed by name; written once. */
@Entity
@Table(name = "feedback_event")
@Getter
class TicketEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "feedback_event_seq")
    @SequenceGenerator(name = "feedback_event_seq", sequenceName = "feedback_event_seq", allocationSize = 50)
    private @Nullable Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "ticket_id")
    private Ticket ticket;

    @Enumerated(EnumType.STRING)
    private TicketEventKind kind;

    private Instant at;

    @Embedded
    @EmbeddedColumnNaming("actor_%s")
    private ActedBy actor;

    private String note;

    protected TicketEvent() {}

    TicketEvent(Ticket ticket, TicketEventKind kind, Instant at, ActedBy actor, String note) {
        this.ticket = ticket;
        this.kind = kind;
        this.at = at;
        this.actor = actor;
        this.note = note;
    }
}
