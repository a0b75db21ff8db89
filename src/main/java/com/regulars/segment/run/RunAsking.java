package com.regulars.segment.run;

import com.regulars.audit.AuditLog;
import com.regulars.segment.run.RunLog.OpenRun;
import com.regulars.shared.RefusedException;
import com.regulars.venue.Venues;
import com.regulars.visit.Visits;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts down a run that somebody asks for: its line in the log, its job and who asked, all or nothing. */
@Component
@RequiredArgsConstructor
@Transactional
class RunAsking {

    private final RunQueries runs;
    private final RunLog log;
    private final RunWork work;
    private final Venues venues;
    private final Visits visits;
    private final AuditLog auditLog;

    public SegmentRun ask(@Nullable LocalDate asked, boolean full) {
        LocalDate businessDate = asked == null ? venues.lastClosedBusinessDate() : asked;
        if (asked != null) {
            requireSense(asked);
        }
        var run = new OpenRun(log.nextId(), businessDate, full);
        log.ask(run, work.start(run));
        auditLog.record("segment.runAsked", "segmentRun", run.id(), businessDate + (full ? " full" : ""));
        return runs.get(run.id());
    }

    /** Before anybody came there is nothing to rate, and that emptiness would be a date to look at. */
    private void requireSense(LocalDate asked) {
        if (asked.isAfter(today())) {
            throw new RefusedException("BUSINESS_DATE_IN_FUTURE", asked);
        }
        visits.firstBusinessDate().filter(asked::isBefore).ifPresent(first -> {
            throw new RefusedException("BUSINESS_DATE_BEFORE_FIRST_VISIT", asked, first);
        });
    }

    private LocalDate today() {
        return venues.all().stream()
                .map(venues::businessDate)
                .max(LocalDate::compareTo)
                .orElseGet(() -> venues.lastClosedBusinessDate().plusDays(1));
    }
}
