package com.regulars.segment.run;

import com.regulars.shared.NotFoundException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The runs as a page needs them, read once: those in force, those of the end of the log, those that wait or run.
 *
 * @param runs newest first, as they were asked for
 */
public record RunHistory(List<SegmentRun> runs) {

    public RunHistory {
        runs = List.copyOf(runs);
    }

    /** One a date, newest date first. */
    public List<SegmentRun> inForce() {
        return runs.stream()
                .filter(SegmentRun::inForce)
                .sorted(Comparator.comparing(SegmentRun::businessDate).reversed())
                .toList();
    }

    /** @throws NotFoundException when no run is in force for this date */
    public SegmentRun get(LocalDate date) {
        return runs.stream()
                .filter(run -> run.inForce() && run.businessDate().equals(date))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("segmentRunOfDate", date));
    }

    /** The run of the newest date, which pages open with: rating an old date again does not hide it. */
    public Optional<SegmentRun> newestDate() {
        return inForce().stream().findFirst();
    }

    /** The run that runs now, or else the one whose turn is next. */
    public Optional<SegmentRun> open() {
        return runs.stream()
                .filter(run -> !run.isFinished())
                .min(Comparator.comparing((SegmentRun run) -> run.status() != SegmentRun.Status.RUNNING)
                        .thenComparing(SegmentRun::id));
    }

    /** The end of the log, newest first. */
    public List<SegmentRun> logged(int limit) {
        return runs.stream().limit(limit).toList();
    }
}
