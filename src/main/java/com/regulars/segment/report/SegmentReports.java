package com.regulars.segment.report;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.segment.report.MovementBook.Span;
import com.regulars.segment.run.RunHistory;
import com.regulars.segment.run.RunQueries;
import com.regulars.segment.run.SegmentRun;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the runs found, read from their aggregates and from the intervals that changed (R5.3). */
@Service
@RequiredArgsConstructor
@Requires(Permission.SEGMENT_READ)
public class SegmentReports {

    private final RunQueries runs;
    private final SummaryQueries summaries;
    private final MovementBook movements;

    /** The summary of the newest date, as pages show it; empty while nothing has been rated. */
    public Optional<SegmentSummary> findNewest() {
        return runs.newestDate().map(summaries::of);
    }

    /**
     * @param asOf a date that has a run; null for the run that finished last, whatever its date
     * @throws NotFoundException when there is no run for it
     */
    public SegmentSummary summary(@Nullable LocalDate asOf) {
        return summaries.of(runs.inForce(asOf));
    }

    /**
     * A run beside an earlier one, with the way that led to it.
     *
     * @param comparedWith null for the last run at least a quarter before, or else the oldest there is
     */
    public ComparedSummary compare(RunHistory history, SegmentRun run, @Nullable LocalDate comparedWith) {
        return compare(RunComparison.of(run, history.inForce(), comparedWith));
    }

    private ComparedSummary compare(RunComparison comparison) {
        List<SegmentSummary> chain = summaries.of(comparison.chain());
        SegmentSummary summary = chain.getLast();
        SegmentRun compared = comparison.compared();
        if (compared == null) {
            return new ComparedSummary(summary, null, null, List.of());
        }
        SegmentSummary before = chain.stream()
                .filter(other -> other.run().equals(compared))
                .findFirst()
                .orElseGet(() -> summaries.of(compared));
        List<Span> spans = new ArrayList<>(Span.chain(chain));
        spans.add(new Span(before, summary));
        List<Movements> found = movements.of(spans);
        return new ComparedSummary(summary, before, found.getLast(), found.subList(0, found.size() - 1));
    }

    /**
     * The movement between two dates that have runs.
     *
     * @throws NotFoundException when one of them has none
     * @throws RefusedException {@code SEGMENT_DATES_REVERSED} when the first is the later one
     */
    public Movements movements(LocalDate from, LocalDate to) {
        List<SegmentRun> both = List.of(runs.inForce(from), runs.inForce(to));
        if (from.isAfter(to)) {
            throw new RefusedException("SEGMENT_DATES_REVERSED", from, to);
        }
        return movements.of(Span.chain(summaries.of(both))).getFirst();
    }
}
