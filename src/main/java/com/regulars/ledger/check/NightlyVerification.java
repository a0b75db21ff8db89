package com.regulars.ledger.check;

import com.regulars.work.JobProgress;
import com.regulars.work.Nights;
import com.regulars.work.ScheduledWork;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The books are proved every night at {@code regulars.ledger-verification.cron}, by one node; {@code -} is never. */
@Component
class NightlyVerification implements ScheduledWork {

    private final LedgerVerification verification;
    private final Nights nights;
    private final String cron;

    NightlyVerification(
            LedgerVerification verification,
            Nights nights,
            @Value("${regulars.ledger-verification.cron:0 40 5 * * *}") String cron) {
        this.verification = verification;
        this.nights = nights;
        this.cron = cron;
    }

    @Override
    public String kind() {
        return "ledger-verification";
    }

    @Override
    public Optional<String> due() {
        return nights.lastDue(cron);
    }

    @Override
    public void run(String slot, JobProgress progress) {
        verification.verifyAndPark();
    }
}
