package com.regulars.demo;

import com.regulars.shared.time.ScopedClock;
import com.regulars.shift.CashCount;
import com.regulars.shift.CashDrawer;
import com.regulars.shift.CashMovement.Direction;
import com.regulars.shift.CloseShift;
import com.regulars.shift.MoveCash;
import com.regulars.shift.OpenShift;
import com.regulars.shift.Shift;
import com.regulars.shift.ShiftClosing;
import com.regulars.shift.ShiftOpening;
import com.regulars.shift.Shifts;
import com.regulars.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One shift a day and venue: opened before the first guest, counted after the last; now and then some yuan are short. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoShifts {

    private static final String TILL = "1";
    private static final long FLOAT_MINOR = 50_000;
    private static final Duration BEFORE = Duration.ofMinutes(30);
    private static final Duration AFTER = Duration.ofMinutes(20);
    private static final List<Long> DIFFERENCES = List.of(0L, -500L, 100L, -1_000L);

    private final Shifts shifts;
    private final ShiftOpening opening;
    private final ShiftClosing closing;
    private final CashDrawer drawer;
    private final JdbcClient jdbc;

    /** Whoever acts has a shift of the day at the venue when this guest comes. */
    void readyFor(Venue venue, Instant guest, Dice dice) {
        Shift open = shifts.findOpenOfActor(venue.id()).orElse(null);
        if (open != null && open.businessDate().equals(venue.businessDate(guest))) {
            return;
        }
        if (open != null) {
            end(open, dice);
        }
        ScopedClock.runAt(guest.minus(BEFORE), () -> opening.open(new OpenShift(venue.id(), TILL, FLOAT_MINOR)));
    }

    private void end(Shift open, Dice dice) {
        ScopedClock.runAt(lastMoved(open).plus(AFTER), () -> {
            long cash = FLOAT_MINOR + cashTaken(open);
            if (cash > 2 * FLOAT_MINOR) {
                long toTheSafe = cash - FLOAT_MINOR;
                drawer.move(new MoveCash(open.id(), Direction.OUT, toTheSafe, "交保险柜"));
                cash -= toTheSafe;
            }
            long difference = dice.weighted(DIFFERENCES, 80, 10, 6, 4);
            closing.close(new CloseShift(
                    open.id(), new CashCount(Math.max(0, cash + difference), List.of()), reason(difference), null));
        });
    }

    /** Ten yuan short are left for the manager to ask about. */
    private static @Nullable String reason(long differenceMinor) {
        return switch ((int) differenceMinor) {
            case -500 -> "找零多给 5 元，顾客已走";
            case 100 -> "顾客不要找零";
            default -> null;
        };
    }

    private long cashTaken(Shift shift) {
        return jdbc.sql("select coalesce(max(cash_minor), 0) from ledger_v_shift_cash where shift_id = :shift")
                .param("shift", shift.id())
                .query(Long.class)
                .single();
    }

    private Instant lastMoved(Shift shift) {
        return jdbc.sql("select max(at) from ledger_v_moved where shift_id = :shift")
                .param("shift", shift.id())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant)
                .orElse(shift.openedAt());
    }
}
