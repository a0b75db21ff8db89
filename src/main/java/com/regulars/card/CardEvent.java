package com.regulars.card;

import com.regulars.access.Actor;
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

/** One line of a card's history: what happened, where the card stood then, who did it and when; written once. */
@Entity
@Table(name = "card_event")
@Getter
class CardEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "card_event_seq")
    @SequenceGenerator(name = "card_event_seq", sequenceName = "card_event_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "card_id")
    private Card card;

    @Enumerated(EnumType.STRING)
    private CardEventKind kind;

    @Enumerated(EnumType.STRING)
    private CardStatus status;

    private Instant at;
    private String actorKey;
    private String actorName;

    protected CardEvent() {}

    CardEvent(Card card, CardEventKind kind, CardStatus status, Actor by, Instant at) {
        this.card = card;
        this.kind = kind;
        this.status = status;
        this.at = at;
        this.actorKey = by.key();
        this.actorName = by.name();
    }
}
