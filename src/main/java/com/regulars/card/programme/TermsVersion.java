package com.regulars.card.programme;

import com.regulars.access.Actor;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import lombok.Getter;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Terms of a programme from a business day on, and who set them; written once. */
@Embeddable
@Getter
class TermsVersion {

    private LocalDate validFrom;

    @Convert(converter = TermsConverter.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private ProgrammeTerms terms;

    private Instant setAt;
    private String setByKey;
    private String setByName;

    protected TermsVersion() {}

    TermsVersion(ProgrammeTerms terms, LocalDate validFrom, Actor by, Instant now) {
        this.terms = terms;
        this.validFrom = validFrom;
        this.setAt = now;
        this.setByKey = by.key();
        this.setByName = by.name();
    }
}
