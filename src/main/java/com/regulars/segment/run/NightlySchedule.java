package com.regulars.segment.run;

import com.regulars.venue.Brands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TriggerContext;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.support.CronTrigger;

/**
 * When the nightly run starts: twenty minutes after the last venue's business day has ended, or at
 * {@code regulars.segment.cron} in the brand's time zone; {@code -} switches it off, the catch-up at start too.
 */
@Configuration(proxyBeanMethods = false)
class NightlySchedule implements SchedulingConfigurer {

    private static final Duration AFTER_CLOSING = Duration.ofMinutes(20);
    private static final String OFF = "-";

    private final NightlyRun nightlyRun;
    private final Brands brands;
    private final Clock clock;
    private final String cron;

    NightlySchedule(
            NightlyRun nightlyRun, Brands brands, Clock clock, @Value("${regulars.segment.cron:}") String cron) {
        this.nightlyRun = nightlyRun;
        this.brands = brands;
        this.clock = clock;
        this.cron = cron.trim();
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        if (!cron.equals(OFF)) {
            tasks.addTriggerTask(nightlyRun::runWhenDue, this::next);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void catchUp() {
        if (!cron.equals(OFF)) {
            nightlyRun.catchUp();
        }
    }

    private @Nullable Instant next(TriggerContext context) {
        return cron.isEmpty()
                ? nextAfterClosing(clock.instant())
                : new CronTrigger(cron, brands.current().zone()).nextExecution(context);
    }

    /** The first instant after {@code now} that lies twenty minutes after a business date has ended in all venues. */
    Instant nextAfterClosing(Instant now) {
        LocalDate date = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(3);
        Instant start = now;
        while (!start.isAfter(now)) {
            start = nightlyRun.closedAt(date).plus(AFTER_CLOSING);
            date = date.plusDays(1);
        }
        return start;
    }
}
