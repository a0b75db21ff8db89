package com.regulars.request;

import com.regulars.work.JobProgress;
import com.regulars.work.Nights;
import com.regulars.work.ScheduledWork;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Old answers are forgotten every night at {@code regulars.request-forgetting.cron}, by one node; {@code -} is never. */
@Component
class NightlyForgetting implements ScheduledWork {

    /** Longer than the longest time a till may be offline and still send its requests again. */
    private static final Duration ANSWERS_KEPT = Duration.ofDays(60);

    private final IdempotentRequests requests;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Nights nights;
    private final String cron;

    NightlyForgetting(
            IdempotentRequests requests,
            TransactionTemplate transaction,
            Clock clock,
            Nights nights,
            @Value("${regulars.request-forgetting.cron:0 10 5 * * *}") String cron) {
        this.requests = requests;
        this.transaction = transaction;
        this.clock = clock;
        this.nights = nights;
        this.cron = cron;
    }

    @Override
    public String kind() {
        return "request-forgetting";
    }

    @Override
    public Optional<String> due() {
        return nights.lastDue(cron);
    }

    @Override
    public void run(String slot, JobProgress progress) {
        transaction.executeWithoutResult(status -> {
            int forgotten = requests.forgetBefore(clock.instant().minus(ANSWERS_KEPT));
            progress.add(new JobProgress.Batch(forgotten, 0, forgotten, List.of()));
        });
    }
}
