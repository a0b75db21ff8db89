package com.regulars.card;

import com.regulars.access.Actor;
import com.regulars.ledger.TenderType;
import com.regulars.shared.RefusedException;
import jakarta.persistence.CascadeType;
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
import java.util.List;
import java.util.Optional;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/**
 * A member card in a guest's hands: under which programme, where it stands, and what happened to it. What is on it is in
 * the ledger and its PIN in {@link CardPins}; neither is part of this, so that saving a card never writes them.
 */
@Entity
@Table(name = "card")
@Getter
class Card {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "card_seq")
    @SequenceGenerator(name = "card_seq", sequenceName = "card_seq", allocationSize = 50)
    private Long id;

    private String number;
    private long programmeId;
    private long customerId;
    private long venueId;

    @Enumerated(EnumType.STRING)
    private CardStatus status;

    private @Nullable LocalDate memberPriceUntil;
    private long feeMinor;

    @Enumerated(EnumType.STRING)
    private @Nullable TenderType feeTender;

    private @Nullable Long feePostingId;
    private @Nullable String feeReceiptNumber;
    private @Nullable Long replacedById;
    private Instant issuedAt;
    private String issuedByKey;
    private String issuedByName;

    @OneToMany(mappedBy = "card", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<CardEvent> events = new ArrayList<>();

    @Version
    private int version;

    protected Card() {}

    /**
     * A card just issued, which is active.
     *
     * @param memberPriceUntil last day of the member price, or null when the programme has none
     * @param fee what was paid for it, or null
     */
    Card(
            CardNumber number,
            long programmeId,
            long customerId,
            long venueId,
            @Nullable LocalDate memberPriceUntil,
            CardFees.@Nullable Paid fee,
            Actor by,
            Instant now) {
        this.number = number.digits();
        this.programmeId = programmeId;
        this.customerId = customerId;
        this.venueId = venueId;
        this.memberPriceUntil = memberPriceUntil;
        Optional<CardFees.Paid> paid = Optional.ofNullable(fee);
        this.feeMinor = paid.map(CardFees.Paid::amountMinor).orElse(0L);
        this.feeTender = paid.map(CardFees.Paid::tender).orElse(null);
        this.feePostingId = paid.map(CardFees.Paid::postingId).orElse(null);
        this.feeReceiptNumber = paid.map(CardFees.Paid::receiptNumber).orElse(null);
        this.issuedAt = now;
        this.issuedByKey = by.key();
        this.issuedByName = by.name();
        happen(CardEventKind.ISSUED, by, now);
    }

    /**
     * Stops the card from paying, taking money and giving discounts until it is let go.
     *
     * @return false when it was frozen already
     */
    boolean freeze(Actor by, Instant now) {
        return move(CardEventKind.FROZEN, by, now);
    }

    /** @return false when it was active already */
    boolean unfreeze(Actor by, Instant now) {
        return move(CardEventKind.UNFROZEN, by, now);
    }

    /** @return false when it was known to be lost already */
    boolean reportLost(Actor by, Instant now) {
        return move(CardEventKind.REPORTED_LOST, by, now);
    }

    /** @throws RefusedException {@code CARD_NOT_ACTIVE} when it has ended already */
    void requireReplaceable() {
        require(CardEventKind.REPLACED);
    }

    /** Another active card of the same guest and programme takes this one's place for good. */
    void replaceWith(Card other, Actor by, Instant now) {
        if (other == this || other.customerId != customerId || other.programmeId != programmeId) {
            throw new IllegalArgumentException("A card is replaced by another one of its guest and programme");
        }
        if (other.status != CardStatus.ACTIVE || !move(CardEventKind.REPLACED, by, now)) {
            throw notActive();
        }
        replacedById = other.id;
    }

    /** Ends the card for good; @return false when it had ended already. */
    boolean close(Actor by, Instant now) {
        return move(CardEventKind.CLOSED, by, now);
    }

    /** Notes that the card has another PIN. */
    void changePin(Actor by, Instant now) {
        require(CardEventKind.PIN_CHANGED);
        happen(CardEventKind.PIN_CHANGED, by, now);
    }

    List<CardEvent> getEvents() {
        return List.copyOf(events);
    }

    private boolean move(CardEventKind kind, Actor by, Instant now) {
        if (kind.after(status) == status) {
            return false;
        }
        require(kind);
        happen(kind, by, now);
        return true;
    }

    private void require(CardEventKind kind) {
        if (!kind.isPossibleFrom(status)) {
            throw notActive();
        }
    }

    private void happen(CardEventKind kind, Actor by, Instant now) {
        status = kind.after(status);
        events.add(new CardEvent(this, kind, status, by, now));
    }

    private static RefusedException notActive() {
        return new RefusedException("CARD_NOT_ACTIVE");
    }
}
