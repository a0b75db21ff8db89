package com.regulars.shift;

import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.audit.AuditLog;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cash that goes into a drawer and out of it without a guest (R4.9): change from the safe, ice that was bought. */
@Service
@RequiredArgsConstructor
public class CashDrawer {

    private final JdbcClient jdbc;
    private final ShiftStore store;
    private final CurrentActor currentActor;
    private final AuditLog auditLog;
    private final Clock clock;

    /**
     * @throws NotFoundException when there is no such shift in a venue of the actor
     * @throws RefusedException {@code SHIFT_CLOSED}, {@code SHIFT_OF_ANOTHER}
     */
    @Requires(Permission.BILL_SETTLE)
    @Transactional
    public CashMovement move(MoveCash command) {
        Optional<Shift> found = store.take(command.shiftId());
        found.ifPresent(shift -> currentActor.requireVenue(shift.venueId(), "shift", shift.id()));
        Shift shift = Shifts.requireOpen(found, command.shiftId());
        if (!shift.isKeptBy(currentActor)) {
            throw new RefusedException("SHIFT_OF_ANOTHER", shift.openedBy());
        }
        CashMovement movement = insert(command);
        auditLog.record(
                command.direction() == CashMovement.Direction.IN ? "shift.cashIn" : "shift.cashOut",
                "shift",
                shift.id(),
                command.amountMinor() + " " + command.reason());
        return movement;
    }

    private CashMovement insert(MoveCash command) {
        return jdbc.sql("""
                        insert into shift_cash_movement (id, shift_id, direction, amount_minor, reason, at, done_by_key,
                                                         done_by_name)
                        values (nextval('shift_cash_movement_seq'), :shift, :direction, :amount, :reason, :at, :key, :name)
                        returning *
                        """)
                .param("shift", command.shiftId())
                .param("direction", command.direction().name())
                .param("amount", command.amountMinor())
                .param("reason", command.reason())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("key", currentActor.acted().key())
                .param("name", currentActor.acted().name())
                .query(CashDrawer::movement)
                .single();
    }

    /** In the order they were made. */
    @Transactional(readOnly = true)
    public List<CashMovement> of(Shift shift) {
        return jdbc.sql("select * from shift_cash_movement where shift_id = :shift order by id")
                .param("shift", shift.id())
                .query(CashDrawer::movement)
                .list();
    }

    private static CashMovement movement(ResultSet row, int number) throws SQLException {
        return new CashMovement(
                row.getLong("id"),
                row.getLong("shift_id"),
                CashMovement.Direction.valueOf(row.getString("direction")),
                row.getLong("amount_minor"),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("done_by_name"));
    }
}
