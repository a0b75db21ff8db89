package com.regulars.ledger.check;

import com.regulars.work.JobProgress;
import com.regulars.work.ScheduledWork;
import com.regulars.work.Timetable;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The books are proved every night at {@code regulars.ledger-verification.cron}, by one node; {@code -} is never. */
@Component
class NightlyVerification implements ScheduledWork {

    private final LedgerVerification verification;
    private final Clock clock;
    private final Timetable timetable;

    NightlyVerification(
            LedgerVerification verification,
            Clock clock,
            @Value("${regulars.ledger-verification.cron:0 40 5 * * *}") String cron,
            @Value("${regulars.nightly.zone:Asia/Shanghai}") ZoneId zone) {
        this.verification = verification;
        this.clock = clock;
        this.timetable = new Timetable(cron, zone);
    }

    @Override
    public String kind() {
        return "ledger-verification";
    }

    @Override
    public Optional<String> due() {
        return timetable.lastDue(clock.instant());
    }

    @Override
    public void run(String slot, JobProgress progress) {
        verification.verifyAndPark();
    }
}
