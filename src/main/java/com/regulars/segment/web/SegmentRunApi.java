package com.regulars.segment.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.segment.run.SegmentRun;
import com.regulars.segment.run.SegmentRuns;
import com.regulars.shared.NotFoundException;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Runs on the wire: asked for here, followed by their id. */
@RestController
@RequestMapping("/api/v1/segment-runs")
@RequiredArgsConstructor
class SegmentRunApi {

    private final SegmentRuns runs;

    /** Both may be left out: the last closed business day, and only what can have changed. */
    record AskRequest(
            @Nullable LocalDate businessDate, @Nullable Boolean full) {}

    record AskAnswer(String id) {}

    /** A run that waits its turn counts as running. */
    record RunAnswer(
            String id,
            String status,
            LocalDate businessDate,
            boolean full,
            long customers,
            long changed,
            @Nullable Long durationMillis,
            @Nullable Long frequencyCut,
            @Nullable Long spendCutMinor,
            @Nullable String error) {

        static RunAnswer of(SegmentRun run) {
            return new RunAnswer(
                    String.valueOf(run.id()),
                    run.isFinished() ? run.status().name() : "RUNNING",
                    run.businessDate(),
                    run.full(),
                    run.customers(),
                    run.changed(),
                    run.durationMillis(),
                    run.frequencyCut(),
                    run.spendCutMinor(),
                    run.error());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.SEGMENT_RUN)
    AskAnswer ask(@RequestBody(required = false) @Nullable AskRequest request) {
        var asked = request == null ? new AskRequest(null, null) : request;
        return new AskAnswer(String.valueOf(runs.request(asked.businessDate(), Boolean.TRUE.equals(asked.full()))
                .id()));
    }

    @GetMapping("/{id}")
    @Requires(Permission.SEGMENT_READ)
    RunAnswer show(@PathVariable String id) {
        return RunAnswer.of(runs.get(number(id)));
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException noNumber) {
            throw new NotFoundException("segmentRun", id);
        }
    }
}
