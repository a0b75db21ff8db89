package com.regulars.shift;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends shifts (交班). The count comes first and ends the shift in one transaction with it; only then is said what should
 * have been in the drawer. Why it differs, and who takes over, is added afterwards.
 */
@Service
@RequiredArgsConstructor
@Transactional
public class ShiftClosing {

    private final ShiftStore store;
    private final ClosingStore closings;
    private final ShiftReader reader;
    private final ShiftOpening opening;
    private final CurrentActor currentActor;
    private final AuditLog auditLog;
    private final Clock clock;

    /**
     * Ends a shift with its count, after all money that is moving in it has moved.
     *
     * @throws NotFoundException when there is no such shift in a venue of the actor
     * @throws RefusedException {@code SHIFT_ALREADY_CLOSED}, {@code SHIFT_OF_ANOTHER}, {@code SHIFT_BUSY}
     */
    @Requires(Permission.BILL_SETTLE)
    public ShiftDetails close(CloseShift command) {
        Shift shift = requireKept(reader.get(command.shiftId()).shift());
        Shift alone = store.takeAlone(shift.id()).orElseThrow();
        if (!alone.isOpen()) {
            throw new RefusedException(
                    RefusedException.Reason.CONFLICT, "SHIFT_ALREADY_CLOSED", String.valueOf(shift.id()));
        }
        var now = clock.instant();
        closings.write(alone, command.count(), now);
        store.close(shift.id(), now);
        if (command.reason() != null) {
            closings.explain(shift.id(), command.reason());
        }
        if (command.nextCashier() != null) {
            long left = Math.min(shift.floatMinor(), command.count().totalMinor());
            closings.handOver(shift.id(), null, command.nextCashier(), left, null);
        }
        ShiftDetails closed = reader.get(shift.id());
        auditLog.record("shift.closed", "shift", shift.id(), difference(closed));
        return closed;
    }

    /**
     * Says why the count differs.
     *
     * @throws RefusedException {@code SHIFT_NOT_CLOSED}, {@code SHIFT_OF_ANOTHER}
     */
    @Requires(Permission.BILL_SETTLE)
    public ShiftDetails explain(long shiftId, String reason) {
        ShiftDetails shift = requireClosed(shiftId);
        requireKept(shift.shift());
        closings.explain(shiftId, reason);
        auditLog.record("shift.explained", "shift", shiftId, reason);
        return reader.get(shiftId);
    }

    /**
     * Hands the drawer to somebody who signed for it and opens the next shift of the till in that name.
     *
     * @param next who takes over
     * @param leftMinor what is left in the drawer
     * @throws RefusedException {@code SHIFT_NOT_CLOSED}, {@code SHIFT_OF_ANOTHER}, {@code DIFFERENCE_NOT_EXPLAINED},
     *     {@code SHIFT_ALREADY_HANDED_OVER}, {@code MORE_LEFT_THAN_COUNTED}, {@code SHIFT_ALREADY_OPEN}
     */
    @Requires(Permission.BILL_SETTLE)
    public Shift handOver(long shiftId, Actor next, long leftMinor) {
        ShiftDetails closed = requireClosed(shiftId);
        Shift shift = requireKept(closed.shift());
        if (!next.mayActIn(shift.venueId())) {
            throw new RefusedException("APPROVER_MAY_NOT", next.name());
        }
        if (closed.isUnexplained()) {
            throw new RefusedException("DIFFERENCE_NOT_EXPLAINED");
        }
        if (leftMinor > counted(closed)) {
            throw new RefusedException("MORE_LEFT_THAN_COUNTED");
        }
        Shift opened = opening.openFor(new OpenShift(shift.venueId(), shift.till(), leftMinor), next.acted());
        if (!closings.handOver(shiftId, next.key(), next.name(), leftMinor, opened.id())) {
            throw new RefusedException(RefusedException.Reason.CONFLICT, "SHIFT_ALREADY_HANDED_OVER");
        }
        auditLog.record("shift.handedOver", "shift", shiftId, next.name());
        return opened;
    }

    private ShiftDetails requireClosed(long shiftId) {
        ShiftDetails details = reader.get(shiftId);
        if (details.closing() == null) {
            throw new RefusedException("SHIFT_NOT_CLOSED", String.valueOf(shiftId));
        }
        return details;
    }

    private Shift requireKept(Shift shift) {
        if (!shift.isKeptBy(currentActor)) {
            throw new RefusedException("SHIFT_OF_ANOTHER", shift.openedBy());
        }
        return shift;
    }

    private static long counted(ShiftDetails details) {
        Closing closing = details.closing();
        return closing == null ? 0 : closing.count().totalMinor();
    }

    private static String difference(ShiftDetails details) {
        Closing closing = details.closing();
        return closing == null ? "" : String.valueOf(closing.differenceMinor());
    }
}
