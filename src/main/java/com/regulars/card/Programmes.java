package com.regulars.card;

import static com.regulars.staff.Permission.PROGRAMME_EDIT;

import com.regulars.staff.Requires;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** The card programmes of the brand. */
@Service
@RequiredArgsConstructor
public class Programmes {

    public List<CardProgramme> all() {
        throw new UnsupportedOperationException();
    }

    public Optional<CardProgramme> find(String code) {
        throw new UnsupportedOperationException();
    }

    public CardProgramme get(String code) {
        throw new UnsupportedOperationException();
    }

    /** Creates a programme; the id of {@code draft} is ignored. */
    @Requires(PROGRAMME_EDIT)
    public CardProgramme create(CardProgramme draft) {
        throw new UnsupportedOperationException();
    }
}
