package com.regulars.card;

import com.regulars.work.JobProgress;
import com.regulars.work.ScheduledWork;
import com.regulars.work.Timetable;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Points end every night at {@code regulars.points-expiry.cron}, by one node; {@code -} is never. */
@Component
class NightlyPointsExpiry implements ScheduledWork {

    private final PointsExpiry expiry;
    private final Clock clock;
    private final Timetable timetable;

    NightlyPointsExpiry(
            PointsExpiry expiry,
            Clock clock,
            @Value("${regulars.points-expiry.cron:0 20 5 * * *}") String cron,
            @Value("${regulars.nightly.zone:Asia/Shanghai}") ZoneId zone) {
        this.expiry = expiry;
        this.clock = clock;
        this.timetable = new Timetable(cron, zone);
    }

    @Override
    public String kind() {
        return "points-expiry";
    }

    @Override
    public Optional<String> due() {
        return timetable.lastDue(clock.instant());
    }

    @Override
    public void run(String slot, JobProgress progress) {
        expiry.expire(progress);
    }
}
