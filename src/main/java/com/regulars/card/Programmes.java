package com.regulars.card;

import static com.regulars.access.Permission.PROGRAMME_EDIT;

import com.regulars.access.CurrentActor;
import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The card programmes of the brand. A programme never changes, because cards were sold under it. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Programmes {

    private final ProgrammeStore programmes;
    private final CurrentActor currentActor;
    private final AuditLog auditLog;
    private final Clock clock;

    public List<CardProgramme> all() {
        return programmes.all();
    }

    public Optional<CardProgramme> find(String code) {
        return programmes.find(code);
    }

    /** @throws NotFoundException when there is no programme with this code */
    public CardProgramme get(String code) {
        return find(code).orElseThrow(() -> new NotFoundException("programme", code));
    }

    /**
     * Creates a programme; the id of {@code draft} is ignored.
     *
     * @throws RefusedException {@code PROGRAMME_EXISTS} when the code is taken
     */
    @Requires(PROGRAMME_EDIT)
    @Transactional
    public CardProgramme create(CardProgramme draft) {
        if (!programmes.insert(draft, clock.instant(), currentActor.get().name())) {
            throw new RefusedException(RefusedException.Reason.CONFLICT, "PROGRAMME_EXISTS", draft.code());
        }
        auditLog.record("card.programmeCreated", "programme", draft.code(), draft.name());
        return get(draft.code());
    }
}
