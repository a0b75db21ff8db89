package com.regulars.ledger.check;

import com.regulars.work.JobProgress;
import com.regulars.work.Nights;
import com.regulars.work.ScheduledWork;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** New postings are sealed at {@code regulars.ledger-seal.cron}, by one node; {@code -} is never. */
@Component
class Sealing implements ScheduledWork {

    private final Seals seals;
    private final Nights nights;
    private final String cron;

    Sealing(Seals seals, Nights nights, @Value("${regulars.ledger-seal.cron:0 7 * * * *}") String cron) {
        this.seals = seals;
        this.nights = nights;
        this.cron = cron;
    }

    @Override
    public String kind() {
        return "ledger-seal";
    }

    @Override
    public Optional<String> due() {
        return nights.lastDue(cron);
    }

    @Override
    public void run(String slot, JobProgress progress) {
        long sealed = seals.sealSome();
        while (sealed > 0) {
            progress.add(new JobProgress.Batch(sealed, sealed, 0, List.of()));
            progress.stopIfCancelled();
            sealed = seals.sealSome();
        }
    }
}
