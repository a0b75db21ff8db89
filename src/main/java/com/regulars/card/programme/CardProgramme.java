package com.regulars.card.programme;

import com.regulars.access.Actor;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lombok.Getter;
import org.hibernate.annotations.ListIndexBase;

/**
 * The rules a card is issued under (R4.1 to R4.5), by version: terms are never changed in place, a change adds the next
 * version. The newest one counts.
 */
@Entity
@Table(name = "card_programme")
@Getter
class CardProgramme {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "card_programme_seq")
    @SequenceGenerator(name = "card_programme_seq", sequenceName = "card_programme_seq", allocationSize = 50)
    private Long id;

    private String code;
    private String name;

    @ElementCollection
    @CollectionTable(name = "card_programme_terms", joinColumns = @JoinColumn(name = "programme_id"))
    @OrderColumn(name = "version")
    @ListIndexBase(1)
    private List<TermsVersion> versions = new ArrayList<>();

    private Instant createdAt;
    private String createdByKey;
    private String createdByName;

    @Version
    private int version;

    protected CardProgramme() {}

    CardProgramme(CreateProgramme command, LocalDate validFrom, Actor by, Instant now) {
        this.code = command.code();
        this.name = command.name();
        this.createdAt = now;
        this.createdByKey = by.key();
        this.createdByName = by.name();
        this.versions.add(new TermsVersion(command.terms(), validFrom, by, now));
    }

    /** Gives the programme other terms from a business day on; what was in force stays readable under its version. */
    void changeTerms(ProgrammeTerms terms, LocalDate validFrom, Actor by, Instant now) {
        if (validFrom.isBefore(versions.getLast().getValidFrom())) {
            throw new IllegalArgumentException("Terms cannot begin before those they follow");
        }
        versions.add(new TermsVersion(terms, validFrom, by, now));
    }

    List<TermsVersion> getVersions() {
        return List.copyOf(versions);
    }

    ProgrammeSummary summary() {
        return new ProgrammeSummary(
                id, code, name, versions.size(), versions.getLast().getTerms());
    }
}
