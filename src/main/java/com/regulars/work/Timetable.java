package com.regulars.work;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * When scheduled work falls due.
 *
 * @param cron Spring's six fields, for example {@code 0 20 5 * * *}; {@code -} is never
 * @param zone whose clock it is read by
 */
public record Timetable(String cron, ZoneId zone) {

    private static final String NEVER = "-";

    /** How far to look back: a rare time is looked for further back. */
    private static final List<Duration> BACK =
            List.of(Duration.ofHours(1), Duration.ofDays(2), Duration.ofDays(32), Duration.ofDays(400));

    /**
     * The last time at or before {@code now}, as {@link ScheduledWork#due()} wants it. A time that the change to summer
     * time leaves out is left out.
     */
    public Optional<String> lastDue(Instant now) {
        if (cron.equals(NEVER)) {
            return Optional.empty();
        }
        var times = CronExpression.parse(cron);
        return BACK.stream()
                .map(back -> last(times, now.minus(back).atZone(zone), now.atZone(zone)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(time ->
                        time.toLocalDateTime().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static Optional<ZonedDateTime> last(CronExpression times, ZonedDateTime from, ZonedDateTime now) {
        ZonedDateTime last = null;
        @Nullable ZonedDateTime next = times.next(from);
        while (next != null && !next.isAfter(now)) {
            last = next;
            next = times.next(next);
        }
        return Optional.ofNullable(last);
    }
}
