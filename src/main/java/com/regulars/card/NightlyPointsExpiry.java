package com.regulars.card;

import com.regulars.work.JobProgress;
import com.regulars.work.Nights;
import com.regulars.work.ScheduledWork;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Points end every night at {@code regulars.points-expiry.cron}, by one node; {@code -} is never. */
@Component
class NightlyPointsExpiry implements ScheduledWork {

    private final PointsExpiry expiry;
    private final Nights nights;
    private final String cron;

    NightlyPointsExpiry(
            PointsExpiry expiry, Nights nights, @Value("${regulars.points-expiry.cron:0 20 5 * * *}") String cron) {
        this.expiry = expiry;
        this.nights = nights;
        this.cron = cron;
    }

    @Override
    public String kind() {
        return "points-expiry";
    }

    @Override
    public Optional<String> due() {
        return nights.lastDue(cron);
    }

    @Override
    public void run(String slot, JobProgress progress) {
        expiry.expire(progress);
    }
}
