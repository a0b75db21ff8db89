package com.regulars.segment.report;

import com.regulars.segment.SegmentState;
import com.regulars.segment.run.SegmentRun;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the runs found, added up. */
@Component
@RequiredArgsConstructor
class SummaryQueries {

    private final JdbcClient jdbc;

    SegmentSummary of(SegmentRun run) {
        return of(List.of(run)).getFirst();
    }

    /** Of several runs at once, in their order. */
    List<SegmentSummary> of(Collection<SegmentRun> runs) {
        Map<Long, Map<SegmentState, SegmentTotals>> states = new HashMap<>();
        jdbc.sql("select run_id, state, customers, visits, spend_minor from segment_summary where run_id = any(:ids)")
                .param("ids", runs.stream().map(SegmentRun::id).toArray(Long[]::new))
                .query(row -> {
                    states.computeIfAbsent(row.getLong("run_id"), id -> new EnumMap<>(SegmentState.class))
                            .put(
                                    SegmentState.valueOf(row.getString("state")),
                                    new SegmentTotals(
                                            row.getLong("customers"),
                                            row.getLong("visits"),
                                            row.getLong("spend_minor")));
                });
        return runs.stream()
                .map(run -> new SegmentSummary(run, states.getOrDefault(run.id(), Map.of())))
                .toList();
    }
}
