package com.regulars.segment.report;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.customer.LifecycleStage;
import com.regulars.segment.SegmentState;
import com.regulars.segment.rating.Cuts;
import com.regulars.segment.rating.DensityCell;
import com.regulars.segment.rating.KeptStands;
import com.regulars.segment.run.SegmentRun;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The aggregates of one run that its dashboard is drawn from, and what other cuts would have made of it. */
@Service
@RequiredArgsConstructor
@Requires(Permission.SEGMENT_READ)
public class NightReports {

    private final JdbcClient jdbc;

    public List<DensityCell> density(SegmentRun run) {
        return jdbc.sql("""
                        select column_no as "column", row_no as "row", visits_from, average_from_minor, customers, spend_minor
                          from segment_density where run_id = :id order by column_no, row_no
                        """).param("id", run.id()).query(DensityCell.class).list();
    }

    public List<ValueClassTotals> valueClasses(SegmentRun run) {
        return jdbc.sql("""
                        select k.value_class, coalesce(v.customers, 0) as customers,
                               coalesce(v.year_spend_minor, 0) as year_spend_minor
                          from (values ('KEY_ACCOUNT', 1), ('REGULAR_ACCOUNT', 2), ('WALK_IN', 3)) as k (value_class, place)
                          left join segment_value_class v on v.value_class = k.value_class and v.run_id = :id
                         order by k.place
                        """).param("id", run.id()).query(ValueClassTotals.class).list();
    }

    /** Guests in each stage of the life cycle, in its order (R1.7). */
    public Map<LifecycleStage, Long> stages(SegmentRun run) {
        Map<LifecycleStage, Long> stages = new EnumMap<>(LifecycleStage.class);
        List.of(LifecycleStage.values()).forEach(stage -> stages.put(stage, 0L));
        jdbc.sql("select stage, customers from segment_stage where run_id = :id")
                .param("id", run.id())
                .query(row -> {
                    stages.put(LifecycleStage.valueOf(row.getString(1)), row.getLong(2));
                });
        return stages;
    }

    /**
     * What these cuts would have made of the run's guests; nothing is saved.
     *
     * @param newest true when no later date has been rated
     */
    public Map<SegmentState, SegmentTotals> preview(
            SegmentRun run, boolean newest, long frequencyCut, long spendCutMinor) {
        Map<SegmentState, SegmentTotals> totals = new EnumMap<>(SegmentState.class);
        SegmentState.QUADRANTS.forEach(quadrant -> totals.put(quadrant, SegmentTotals.NONE));
        jdbc.sql("""
                        select %s as state, count(*) as customers, sum(visits)::bigint as visits, sum(spend_minor)::bigint as spend
                          from (%s) f where visits > 0 group by 1
                        """.formatted(
                                Cuts.STATE,
                                newest
                                        ? "select visits, average_minor, spend_minor from segment_figure"
                                        : KeptStands.FIGURES_AT))
                .param("frequencyCut", frequencyCut)
                .param("spendCut", spendCutMinor)
                .param("asOf", run.businessDate())
                .query(row -> {
                    totals.put(
                            SegmentState.valueOf(row.getString("state")),
                            new SegmentTotals(row.getLong("customers"), row.getLong("visits"), row.getLong("spend")));
                });
        return totals;
    }
}
