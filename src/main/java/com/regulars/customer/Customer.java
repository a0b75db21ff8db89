package com.regulars.customer;

import com.regulars.access.Actor;
import com.regulars.customer.find.Pinyin;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import lombok.Getter;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/**
 * A customer card as people keep it: the profile, the tags, when it was last confirmed. What bills and runs write, the
 * life-cycle stage, the quadrant letter and the figures, is not here, so saving a card never writes an old letter back.
 * The history of changes and the search terms follow by {@link CustomerTrail}, whatever changed and whoever changed it.
 */
@Entity
@Table(name = "customer")
@DynamicUpdate
@EntityListeners(CustomerTrail.class)
@Getter
class Customer {

    /** One by one, because their order is the order of registration; files take many at once by themselves. */
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_seq")
    @SequenceGenerator(name = "customer_seq", sequenceName = "customer_seq", allocationSize = 1)
    private @Nullable Long id;

    @Embedded
    private CustomerProfile profile;

    private String pinyin;
    private @Nullable LocalDate consentOn;

    /** A confirmation changes nothing that an open form could overwrite. */
    @OptimisticLock(excluded = true)
    private Instant confirmedAt;

    @Column(updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private String createdByKey;

    @Column(updatable = false)
    private String createdByName;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "customer_tagged", joinColumns = @JoinColumn(name = "customer_id"))
    @Column(name = "tag_id")
    private Set<Long> tagIds = new HashSet<>();

    @Version
    private int version;

    /** The card as the database has it: what the history compares with. */
    @Transient
    private Stored stored;

    /** A state of the card whose changes are kept. */
    record Stored(CustomerProfile profile, Set<Long> tagIds) {}

    protected Customer() {}

    Customer(CustomerProfile profile, Set<Long> tagIds, Actor by, Instant now) {
        this.profile = profile;
        this.pinyin = Pinyin.spokenName(profile.name());
        this.tagIds.addAll(tagIds);
        this.confirmedAt = now;
        this.createdAt = now;
        this.createdByKey = by.key();
        this.createdByName = by.name();
    }

    void rename(String name) {
        profile = profile.with("name", name);
        pinyin = Pinyin.spokenName(name);
    }

    /**
     * Fills the profile in anew.
     *
     * @param today noted as the day of consent when a consent was given, refused or taken back
     */
    void changeProfile(CustomerProfile after, LocalDate today) {
        if (after.hasOtherConsentsThan(profile)) {
            consentOn = today;
        }
        profile = after;
        rename(after.name());
    }

    /** Somebody looked the whole card over and found it right. */
    void confirm(Instant now) {
        confirmedAt = now;
    }

    /** Wears these tags and no others. */
    void wear(Set<Long> wanted) {
        tagIds.retainAll(wanted);
        tagIds.addAll(wanted);
    }

    void putOn(long tagId) {
        tagIds.add(tagId);
    }

    void takeOff(long tagId) {
        tagIds.remove(tagId);
    }

    Set<Long> getTagIds() {
        return Set.copyOf(tagIds);
    }

    @PostLoad
    @PostPersist
    void remember() {
        stored = new Stored(profile, Set.copyOf(tagIds));
    }
}
