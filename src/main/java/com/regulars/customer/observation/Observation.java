package com.regulars.customer.observation;

import com.regulars.access.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One sentence about a guest. What was noted never changes; it may stop being true, and turn out to be true after all. */
@Entity
@Table(name = "customer_observation")
class Observation {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_observation_seq")
    @SequenceGenerator(name = "customer_observation_seq", sequenceName = "customer_observation_seq", allocationSize = 1)
    private @Nullable Long id;

    @Column(updatable = false)
    private long customerId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ObservationCategory category;

    @Column(updatable = false)
    private String text;

    @Column(updatable = false)
    private Instant notedAt;

    @Column(updatable = false)
    private String notedByKey;

    @Column(updatable = false)
    private String notedByName;

    private @Nullable Instant retiredAt;
    private @Nullable String retiredByKey;
    private @Nullable String retiredByName;

    @Version
    private int version;

    protected Observation() {}

    Observation(long customerId, ObservationCategory category, String text, Actor by, Instant now) {
        this.customerId = customerId;
        this.category = category;
        this.text = text;
        this.notedAt = now;
        this.notedByKey = by.key();
        this.notedByName = by.name();
    }

    /** It is no longer true; who said so first stays named. */
    void retire(Actor by, Instant now) {
        if (retiredAt == null) {
            retiredAt = now;
            retiredByKey = by.key();
            retiredByName = by.name();
        }
    }

    /** It is true after all. */
    void restore() {
        retiredAt = null;
        retiredByKey = null;
        retiredByName = null;
    }
}
