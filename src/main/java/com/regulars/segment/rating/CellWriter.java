package com.regulars.segment.rating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Adds guests up by state, value class and place in the plot. The plot has twenty columns and eighteen rows whose edges
 * meet the cut-offs; the last of each is open-ended. A night takes who changed out of the old cell and puts him into the
 * new one, and so whom the edge of a row has passed; where more than that has changed, everybody is added up anew.
 */
@Component
@RequiredArgsConstructor
class CellWriter {

    private static final String FIGURES =
            "select f.customer_id, f.visits, f.average_minor, f.spend_minor, f.year_spend_minor from ";
    private static final String KEPT = FIGURES + "segment_figure f";
    private static final String COUNTED = FIGURES + "segment_counted f";

    /** The lines by which a guest is placed. */
    private static final String NOW =
            "cast(:frequencyCut as bigint), cast(:spendCut as bigint), cast(:rowEdges as bigint[])";

    private static final String BEFORE =
            "cast(:frequencyBefore as bigint), cast(:spendBefore as bigint), cast(:edgesBefore as bigint[])";

    /** Whose figures are as they were while an edge between two rows has moved past them. */
    private static final String PASSED = FIGURES + """
            unnest(cast(:edgesBefore as bigint[]), cast(:rowEdges as bigint[])) as r (before, now)
             join segment_figure f on f.visits > 0 and f.average_minor >= least(r.before, r.now)
                                  and f.average_minor < greatest(r.before, r.now)
             where not exists (select from segment_delta d where d.customer_id = f.customer_id)
            """;

    private final RunStatements statements;

    /** For a run that looks back: adds up into {@code segment_cell_past}. */
    void countForThePast(RunScope scope, Cuts cuts) {
        statements.run(
                "create temporary table segment_cell_past on commit drop as " + added(weighed(COUNTED, "1", NOW), cuts),
                params(scope, cuts));
    }

    /** Brings {@code segment_cell} up to the written figures. */
    void write(RunScope scope, Cuts cuts) {
        if (scope.full() || !canFollow(scope, cuts)) {
            statements.run("delete from segment_cell", Map.of());
            statements.run("insert into segment_cell " + added(weighed(KEPT, "1", NOW), cuts), params(scope, cuts));
        } else {
            follow(scope, cuts);
        }
    }

    /** While rows move by less than their height, no guest is passed by two edges. */
    private static boolean canFollow(RunScope scope, Cuts cuts) {
        Standing standing = scope.standing();
        return standing != null
                && standing.keyAccountMinor() == scope.settings().keyAccountMinor()
                && standing.regularAccountMinor() == scope.settings().regularAccountMinor()
                && (standing.cuts().equals(cuts)
                        || standing.cuts().differOnlyInSpendFrom(cuts)
                                && DensityCell.areNear(spend(standing.cuts()), spend(cuts)));
    }

    private void follow(RunScope scope, Cuts cuts) {
        statements.run(
                """
                insert into segment_cell %s
                on conflict on constraint segment_cell_pk do update
                   set customers = segment_cell.customers + excluded.customers,
                       visits = segment_cell.visits + excluded.visits,
                       spend_minor = segment_cell.spend_minor + excluded.spend_minor,
                       year_spend_minor = segment_cell.year_spend_minor + excluded.year_spend_minor
                """.formatted(added(String.join(" union all ", changes(scope, cuts)), cuts)), params(scope, cuts));
        statements.run("delete from segment_cell where customers = 0", Map.of());
    }

    private static List<String> changes(RunScope scope, Cuts cuts) {
        List<String> changes = new ArrayList<>(List.of(weighed("""
                select customer_id, was_visits, was_average_minor, was_spend_minor, was_year_spend_minor
                  from segment_delta where known""", "-1", BEFORE), weighed("""
                select customer_id, visits, average_minor, spend_minor, year_spend_minor
                  from segment_delta where not gone""", "1", NOW)));
        if (scope.standing() != null && !scope.standing().cuts().equals(cuts)) {
            changes.add(weighed(PASSED, "-1", BEFORE));
            changes.add(weighed(PASSED, "1", NOW));
        }
        return changes;
    }

    private static String weighed(String figures, String weight, String lines) {
        return "select f.*, %s as weight, %s from (%s) f".formatted(weight, lines, figures);
    }

    private static String added(String weighed, Cuts cuts) {
        boolean unit = cuts.frequency() == null || cuts.frequency() <= DensityCell.UNIT_COLUMNS;
        return """
                select %s as state,
                       case when year_spend_minor >= :keyAccount then 'KEY_ACCOUNT'
                            when year_spend_minor >= :regularAccount then 'REGULAR_ACCOUNT'
                            else 'WALK_IN' end as value_class,
                       least(%d, %s)::int as column_no,
                       width_bucket(average_minor, row_edges) - 1 as row_no,
                       sum(weight)::bigint as customers, sum(weight * visits)::bigint as visits,
                       sum(weight * spend_minor)::bigint as spend_minor,
                       sum(weight * year_spend_minor)::bigint as year_spend_minor
                  from (%s) as g (customer_id, visits, average_minor, spend_minor, year_spend_minor, weight, frequency_cut,
                                  spend_cut_minor, row_edges)
                 group by 1, 2, 3, 4
                """.formatted(
                        Cuts.state("visits", "average_minor", "frequency_cut", "spend_cut_minor"),
                        DensityCell.COLUMNS - 1,
                        unit ? "visits - 1" : "visits * 7 / frequency_cut",
                        weighed);
    }

    private static long spend(Cuts cuts) {
        Long cut = cuts.spendMinor();
        return cut == null ? 0 : cut;
    }

    private static Map<String, Object> params(RunScope scope, Cuts cuts) {
        Map<String, Object> params = new HashMap<>(scope.params(cuts));
        Standing standing = scope.standing();
        params.put("frequencyBefore", standing == null ? null : standing.cuts().frequency());
        params.put("spendBefore", standing == null ? null : standing.cuts().spendMinor());
        params.put("edgesBefore", RunScope.edges(standing == null ? null : standing.cuts()));
        return params;
    }
}
