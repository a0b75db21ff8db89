package com.regulars.segment.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.segment.SegmentState;
import com.regulars.segment.report.Movements;
import com.regulars.segment.report.SegmentReports;
import com.regulars.segment.report.SegmentSummary;
import com.regulars.segment.report.SegmentTotals;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the runs found, on the wire. */
@RestController
@RequestMapping("/api/v1/segments")
@RequiredArgsConstructor
@Requires(Permission.SEGMENT_READ)
class SegmentApi {

    private final SegmentReports reports;

    record SummaryAnswer(
            LocalDate asOf,
            @Nullable Long frequencyCut,
            @Nullable Long spendCutMinor,
            Map<SegmentState, SegmentTotals> quadrants,
            @JsonProperty("new") long newCustomers,
            long lapsed) {

        static SummaryAnswer of(SegmentSummary summary) {
            Map<SegmentState, SegmentTotals> quadrants = new EnumMap<>(SegmentState.class);
            SegmentState.QUADRANTS.forEach(quadrant -> quadrants.put(quadrant, summary.of(quadrant)));
            return new SummaryAnswer(
                    summary.run().businessDate(),
                    summary.run().frequencyCut(),
                    summary.run().spendCutMinor(),
                    quadrants,
                    summary.of(SegmentState.NEW).customers(),
                    summary.of(SegmentState.LAPSED).customers());
        }
    }

    record Movement(SegmentState from, SegmentState to, long customers) {}

    record MovementsAnswer(LocalDate from, LocalDate to, List<Movement> items) {

        static MovementsAnswer of(Movements movements) {
            return new MovementsAnswer(
                    movements.from(),
                    movements.to(),
                    movements.customers().entrySet().stream()
                            .map(entry -> new Movement(
                                    entry.getKey().from(), entry.getKey().to(), entry.getValue()))
                            .sorted(java.util.Comparator.comparing(Movement::from)
                                    .thenComparing(Movement::to))
                            .toList());
        }
    }

    @GetMapping("/summary")
    SummaryAnswer summary(@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf) {
        return SummaryAnswer.of(reports.summary(asOf));
    }

    @GetMapping("/movements")
    MovementsAnswer movements(
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        return MovementsAnswer.of(reports.movements(from, to));
    }
}
