package com.regulars.demo;

import com.regulars.segment.run.SegmentRuns;
import com.regulars.venue.Venues;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Rates the guests as of a few earlier days and of last night, so that the dashboard has movements to show. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoNights {

    private final SegmentRuns runs;
    private final Venues venues;

    void run() {
        LocalDate last = venues.lastClosedBusinessDate();
        for (LocalDate date :
                List.of(last.minusMonths(3), last.minusMonths(2), last.minusMonths(1), last.minusDays(7), last)) {
            runs.run(date, false);
        }
    }
}
