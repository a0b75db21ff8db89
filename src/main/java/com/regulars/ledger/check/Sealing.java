package com.regulars.ledger.check;

import com.regulars.work.JobProgress;
import com.regulars.work.ScheduledWork;
import com.regulars.work.Timetable;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** New postings are sealed at {@code regulars.ledger-seal.cron}, by one node; {@code -} is never. */
@Component
class Sealing implements ScheduledWork {

    private final Seals seals;
    private final Clock clock;
    private final Timetable timetable;

    Sealing(
            Seals seals,
            Clock clock,
            @Value("${regulars.ledger-seal.cron:0 7 * * * *}") String cron,
            @Value("${regulars.nightly.zone:Asia/Shanghai}") ZoneId zone) {
        this.seals = seals;
        this.clock = clock;
        this.timetable = new Timetable(cron, zone);
    }

    @Override
    public String kind() {
        return "ledger-seal";
    }

    @Override
    public Optional<String> due() {
        return timetable.lastDue(clock.instant());
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
