package com.regulars.card.programme;

import com.regulars.shared.stored.StoredJson;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import lombok.RequiredArgsConstructor;

/** Between {@link ProgrammeTerms} and their column. */
@Converter
@RequiredArgsConstructor
class TermsConverter implements AttributeConverter<ProgrammeTerms, String> {

    private final StoredJson json;

    @Override
    public String convertToDatabaseColumn(ProgrammeTerms terms) {
        return json.write(StoredTerms.of(terms));
    }

    @Override
    public ProgrammeTerms convertToEntityAttribute(String stored) {
        return json.read(stored, StoredTerms.class).toTerms();
    }
}
