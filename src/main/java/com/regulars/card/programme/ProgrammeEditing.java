package com.regulars.card.programme;

import static com.regulars.access.Permission.PROGRAMME_EDIT;

import com.regulars.access.CurrentActor;
import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.shared.RefusedException;
import com.regulars.venue.Venues;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes programmes. Nobody changes one from a page, because cards were sold under it. */
@Service
@RequiredArgsConstructor
@Transactional
@Requires(PROGRAMME_EDIT)
public class ProgrammeEditing {

    private final ProgrammeRepository programmes;
    private final Programmes book;
    private final Venues venues;
    private final CurrentActor currentActor;
    private final AuditLog auditLog;
    private final Clock clock;

    /**
     * Creates a programme, whose terms begin with the business day that runs now.
     *
     * @throws RefusedException {@code PROGRAMME_EXISTS} when the code is taken, {@code TOO_MANY_POINTS} when bills could
     *     earn more points than can be counted
     */
    public ProgrammeSummary create(CreateProgramme command) {
        TermsLimits.require(command.terms());
        if (programmes.existsByCode(command.code())) {
            throw new RefusedException(RefusedException.Reason.CONFLICT, "PROGRAMME_EXISTS", command.code());
        }
        var today = venues.lastClosedBusinessDate().plusDays(1);
        var programme = new CardProgramme(command, today, currentActor.get(), clock.instant());
        ProgrammeSummary created = programmes.saveAndFlush(programme).summary();
        auditLog.record("card.programmeCreated", "programme", command.code(), command.name());
        book.changed();
        return created;
    }
}
