package com.regulars.demo;

import com.regulars.visit.VisitImports;
import com.regulars.work.JobStatus;
import com.regulars.work.JobSummary;
import com.regulars.work.Jobs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Brings the visits from before the till in by the real import of visits. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoHistory {

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(VisitCalendar.ZONE);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final VisitImports imports;
    private final Jobs jobs;

    /** Imports all visits before {@code till}; the same visits again add nothing. */
    void bring(List<DemoGuest> guests, Instant till) {
        var csv = new StringBuilder("customer_ref,venue,visited_at,amount,party_size,external_ref\n");
        guests.stream()
                .flatMap(guest -> guest.visits().stream())
                .filter(visit -> visit.at().isBefore(till))
                .forEach(visit -> csv.append(line(visit)));
        var content = new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8));
        await(imports.start(content, "到店记录（启用收银之前）.csv"));
    }

    private static String line(DemoVisit visit) {
        return "%s,%s,%s,%d.%02d,%d,%s\n"
                .formatted(
                        visit.guestRef(),
                        visit.venueCode(),
                        LOCAL.format(visit.at()),
                        visit.spendMinor() / 100,
                        visit.spendMinor() % 100,
                        visit.partySize(),
                        visit.ref());
    }

    private void await(long jobId) {
        JobSummary job = jobs.get(jobId);
        while (job.isRunning()) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            job = jobs.get(jobId);
        }
        if (job.status() != JobStatus.DONE || job.rejected() > 0) {
            throw new IllegalStateException("The visits of the demo were not imported: " + job);
        }
    }
}
