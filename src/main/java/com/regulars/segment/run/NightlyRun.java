package com.regulars.segment.run;

import com.regulars.access.Permission;
import com.regulars.venue.Brands;
import com.regulars.venue.Venues;
import com.regulars.work.JobProgress;
import com.regulars.work.ScheduledWork;
import com.regulars.work.Timetable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The run of each night, and of a night that was missed while no node was up (R5.2): due twenty minutes after the last
 * venue's business day has ended, or at {@code regulars.segment.cron} in the brand's time zone; {@code -} is never.
 */
@Component
class NightlyRun implements ScheduledWork {

    private static final Duration AFTER_CLOSING = Duration.ofMinutes(20);

    private final JdbcClient jdbc;
    private final Venues venues;
    private final Brands brands;
    private final RunLog log;
    private final RunWork work;
    private final Clock clock;
    private final String cron;

    NightlyRun(
            JdbcClient jdbc,
            Venues venues,
            Brands brands,
            RunLog log,
            RunWork work,
            Clock clock,
            @Value("${regulars.segment.cron:}") String cron) {
        this.jdbc = jdbc;
        this.venues = venues;
        this.brands = brands;
        this.log = log;
        this.work = work;
        this.clock = clock;
        this.cron = cron.trim();
    }

    @Override
    public String kind() {
        return RunWork.KIND;
    }

    @Override
    public Permission seenBy() {
        return Permission.SEGMENT_READ;
    }

    @Override
    public Optional<String> due() {
        return cron.isEmpty()
                ? Optional.of(lastClosed(clock.instant()).toString())
                : new Timetable(cron, brands.current().zone()).lastDue(clock.instant());
    }

    /** Rates the last business day that has ended everywhere, unless that was done after its end. */
    @Override
    public void run(String slot, JobProgress progress) {
        LocalDate date = venues.lastClosedBusinessDate();
        if (!isDone(date)) {
            log.askForNight(date, progress.jobId()).ifPresent(run -> work.run(run, progress));
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

    /** The newest business date that ended in all venues twenty minutes ago or earlier. */
    LocalDate lastClosed(Instant now) {
        LocalDate date = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
        while (closedAt(date).plus(AFTER_CLOSING).isAfter(now)) {
            date = date.minusDays(1);
        }
        return date;
    }

    /** When the last venue's business day of this date ended. */
    private Instant closedAt(LocalDate date) {
        return venues.all().stream()
                .map(venue -> venue.beginOf(date.plusDays(1)))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
