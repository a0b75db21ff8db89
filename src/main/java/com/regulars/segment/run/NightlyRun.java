package com.regulars.segment.run;

import com.regulars.access.CurrentActor;
import com.regulars.venue.Venues;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import lombok.RequiredArgsConstructor;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The run of each night, and of a night that was missed while no node was up (R5.2). Any node may come first: the lock of
 * scheduled work keeps the others away, the unique row of the night does where that lock is late.
 */
@Component
@RequiredArgsConstructor
class NightlyRun {

    private final JdbcClient jdbc;
    private final Venues venues;
    private final RunLog log;
    private final RunQueue queue;

    /** Rates the last business day that has ended everywhere, unless that was done after its end. */
    @SchedulerLock(name = "segment-nightly", lockAtMostFor = "PT10M", lockAtLeastFor = "PT5S")
    public void runWhenDue() {
        rateLastClosedDay();
    }

    void rateLastClosedDay() {
        CurrentActor.asSystem(() -> {
            LocalDate date = venues.lastClosedBusinessDate();
            if (!isDone(date)) {
                log.askForNight(date);
            }
            return date;
        });
        queue.wake();
    }

    /** At start: what a dead node left is put right, and a missed night is made up for once there are visits. */
    public void catchUp() {
        if (jdbc.sql("select exists (select from visit)").query(Boolean.class).single()) {
            rateLastClosedDay();
        } else {
            queue.wake();
        }
    }

    private boolean isDone(LocalDate date) {
        return jdbc.sql("""
                        select exists (select from segment_run
                                        where business_date = :date and in_force and started_at >= :closedAt)
                        """)
                .param("date", date)
                .param("closedAt", closedAt(date).atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** When the last venue's business day of this date ended. */
    Instant closedAt(LocalDate date) {
        return venues.all().stream()
                .map(venue -> venue.beginOf(date.plusDays(1)))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
