package com.regulars.segment;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.segment.Movements.Pair;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the runs found, read from their aggregates and from the intervals that changed (R5.3). */
@Service
@RequiredArgsConstructor
@Requires(Permission.SEGMENT_READ)
public class SegmentReports {

    private final JdbcClient jdbc;
    private final RunsInForce runs;
    private final MovementCache cache;

    /** The summary of a date; empty while nothing has been rated. */
    public Optional<SegmentSummary> findNewest() {
        return runs.finishedLast().map(this::summary);
    }

    /**
     * @param asOf a date that has a run; null for the run that finished last, whatever its date
     * @throws NotFoundException when there is no run for it
     */
    public SegmentSummary summary(@Nullable LocalDate asOf) {
        return summary(runs.get(asOf));
    }

    /** The runs in force, newest date first. */
    public List<SegmentRun> inForce(int limit) {
        return runs.newestDates(limit);
    }

    /**
     * The movement between two dates that have runs.
     *
     * @throws NotFoundException when one of them has none
     * @throws RefusedException {@code SEGMENT_DATES_REVERSED} when the first is the later one
     */
    public Movements movements(LocalDate from, LocalDate to) {
        SegmentRun first = runs.get(from);
        SegmentRun second = runs.get(to);
        if (from.isAfter(to)) {
            throw new RefusedException("SEGMENT_DATES_REVERSED", from, to);
        }
        return cache.get(first, second, () -> count(summary(first), summary(second)));
    }

    private Movements count(SegmentSummary before, SegmentSummary after) {
        LocalDate from = before.run().businessDate();
        LocalDate to = after.run().businessDate();
        Map<Pair, Long> moves = new HashMap<>();
        jdbc.sql("""
                        select coalesce(m.from_state, 'NEW'), coalesce(m.to_state, 'NEW'), count(*)
                          from (%s) m group by 1, 2
                        """.formatted(MOVERS)).param("from", from).param("to", to).query(row -> {
            moves.put(
                    new Pair(SegmentState.valueOf(row.getString(1)), SegmentState.valueOf(row.getString(2))),
                    row.getLong(3));
        });
        return new Movements(from, to, withThoseWhoStayed(moves, before, after));
    }

    /** Guests whose interval ended or began between the two dates; only these can have moved. */
    static final String MOVERS = """
            select coalesce(a.customer_id, b.customer_id) as customer_id, a.state as from_state, b.state as to_state
              from (select customer_id, state from segment_membership
                     where from_date <= :from and to_date > :from and to_date <= :to) a
              full join (select customer_id, state from segment_membership
                          where from_date > :from and from_date <= :to and (to_date is null or to_date > :to)) b
                     on a.customer_id = b.customer_id""";

    private static Map<Pair, Long> withThoseWhoStayed(
            Map<Pair, Long> moves, SegmentSummary before, SegmentSummary after) {
        Map<Pair, Long> all = new HashMap<>();
        for (SegmentState from : SegmentState.values()) {
            for (SegmentState to : SegmentState.values()) {
                all.put(new Pair(from, to), moves.getOrDefault(new Pair(from, to), 0L));
            }
        }
        for (SegmentState state : SegmentState.values()) {
            boolean isNew = state == SegmentState.NEW;
            long total = isNew ? after.of(state).customers() : before.of(state).customers();
            long moved = moves.entrySet().stream()
                    .filter(entry -> state
                            == (isNew ? entry.getKey().to() : entry.getKey().from()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            all.merge(new Pair(state, state), total - moved, Long::sum);
        }
        return all;
    }

    private SegmentSummary summary(SegmentRun run) {
        Map<SegmentState, SegmentTotals> states = new EnumMap<>(SegmentState.class);
        jdbc.sql("select state, customers, visits, spend_minor from segment_summary where run_id = :id")
                .param("id", run.id())
                .query(row -> {
                    states.put(
                            SegmentState.valueOf(row.getString("state")),
                            new SegmentTotals(
                                    row.getLong("customers"), row.getLong("visits"), row.getLong("spend_minor")));
                });
        return new SegmentSummary(run, states);
    }
}
