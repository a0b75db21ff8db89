package com.regulars.segment.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.access.CurrentActor;
import com.regulars.segment.SegmentTest;
import com.regulars.segment.SegmentTestData;
import com.regulars.segment.SegmentTestData.VisitRow;
import com.regulars.segment.rating.CutRule;
import com.regulars.segment.run.SegmentRuns;
import com.regulars.testing.StatementCount;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SegmentTest
class KeptMovementTests {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

    @Autowired
    SegmentTestData data;

    @Autowired
    SegmentRuns runs;

    @Autowired
    SegmentReports reports;

    @Autowired
    MovementQueries movements;

    private String prefix = "";

    @BeforeEach
    void guests() {
        data.forgetVisits();
        data.rule(365, new CutRule.Percentile(50, 50));
        prefix = "K" + System.nanoTime() + "-";
        data.addCustomers(List.of(prefix + 0, prefix + 1, prefix + 2));
    }

    @Test
    void what_the_dashboard_opens_with_is_counted_when_the_night_is_over() {
        for (int night = 6; night >= 0; night--) {
            data.addVisits(List.of(new VisitRow(prefix + night % 3, DAY.minusDays(night), 9_000L + night, 0)));
            data.run(DAY.minusDays(night), false);
        }
        var history = CurrentActor.asSystem(() -> runs.history(DAY, 10, 10));
        var opened = StatementCount.during(
                () -> CurrentActor.asSystem(() -> reports.compare(history, history.get(DAY), null)));
        var steps = RunComparison.of(history.get(DAY), history.inForce(), null).steps();
        var kept = movements.kept(steps.stream().map(RunComparison.Step::ids).toList());

        assertThat(opened).noneMatch(statement -> statement.contains("segment_membership"));
        assertThat(steps).hasSize(7);
        for (var step : steps) {
            assertThat(kept.get(step.ids()))
                    .isNotEmpty()
                    .isEqualTo(movements.moves(
                            step.from().businessDate(), step.to().businessDate()));
        }
    }
}
