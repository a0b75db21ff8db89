package com.regulars.shift;

import com.regulars.access.ActedBy;
import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.shared.RefusedException;
import com.regulars.venue.Venues;
import java.time.Clock;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens shifts with a float (开班). One till has one open shift. */
@Service
@RequiredArgsConstructor
@Transactional
public class ShiftOpening {

    private final ShiftStore store;
    private final Venues venues;
    private final CurrentActor currentActor;
    private final AuditLog auditLog;
    private final Clock clock;

    /** @throws RefusedException {@code SHIFT_ALREADY_OPEN} with the open shift */
    @Requires(Permission.BILL_SETTLE)
    public Shift open(OpenShift command) {
        currentActor.requireVenue(command.venueId(), "venue", command.venueId());
        return openFor(command, currentActor.acted());
    }

    /** Opens it in the name of whoever will count it. */
    Shift openFor(OpenShift command, ActedBy keeper) {
        while (true) {
            Optional<Shift> opened = store.insert(
                    command.venueId(),
                    command.till(),
                    venues.businessDate(venues.get(command.venueId())),
                    clock.instant(),
                    keeper,
                    command.floatMinor(),
                    false);
            if (opened.isPresent()) {
                auditLog.record("shift.opened", "shift", opened.get().id(), command.till());
                return opened.get();
            }
            Optional<Shift> existing = store.findOpenAt(command.venueId(), command.till());
            if (existing.isPresent()) {
                throw new ShiftAlreadyOpenException(existing.get());
            }
        }
    }
}
