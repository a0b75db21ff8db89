package com.regulars.settlement.report;

import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.settlement.report.Stretch.OfShift;
import com.regulars.shared.NotFoundException;
import com.regulars.shift.ShiftDetails;
import com.regulars.shift.ShiftReader;
import com.regulars.venue.Venues;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the report of a shift. The figures of an open one are of this moment. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class ShiftReports {

    private final ShiftReader shifts;
    private final FigureQueries figures;
    private final CurrentActor currentActor;
    private final Venues venues;
    private final Clock clock;

    /** @throws NotFoundException when there is no such shift in a venue of the actor */
    @Requires(Permission.BILL_READ)
    public ShiftReport get(long shiftId) {
        ShiftDetails details = shifts.get(shiftId);
        boolean blind = details.shift().isOpen() && !currentActor.get().may(Permission.SHIFT_REVIEW);
        Figures all = figures.of(new OfShift(shiftId));
        return new ShiftReport(
                details,
                venues.get(details.shift().venueId()),
                blind ? all.withoutCash() : all,
                blind,
                clock.instant());
    }
}
