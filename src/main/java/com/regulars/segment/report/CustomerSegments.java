package com.regulars.segment.report;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.segment.SegmentState;
import com.regulars.segment.rating.KeptStands;
import com.regulars.segment.run.RunQueries;
import com.regulars.segment.run.SegmentRun;
import com.regulars.shared.NotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The segment of one guest, now and at every date that has a run. */
@Service
@RequiredArgsConstructor
@Requires(Permission.CUSTOMER_READ)
public class CustomerSegments {

    private final JdbcClient jdbc;
    private final RunQueries runs;

    /**
     * A change of state.
     *
     * @param on the run's date that found it
     */
    public record Step(LocalDate on, SegmentState from, SegmentState to) {}

    /**
     * @param asOf a date that has a run; null for the run that finished last, whatever its date
     * @throws NotFoundException when there is no run for it
     */
    public CustomerSegment get(long customerId, @Nullable LocalDate asOf) {
        return read(customerId, runs.inForce(asOf));
    }

    /** As of the newest date; empty while nothing has been rated. */
    public Optional<CustomerSegment> findCurrent(long customerId) {
        return runs.newestDate().map(run -> read(customerId, run));
    }

    /** The guest's moves, newest first. */
    public List<Step> steps(long customerId, int limit) {
        return jdbc.sql("""
                        with spell as (
                            select from_date, to_date, state from segment_membership where customer_id = :customer
                            union all
                            select state_since, null, state from segment_figure where customer_id = :customer)
                        select on_date, from_state, to_state
                          from (select from_date as on_date, state as to_state,
                                       coalesce(case when lag(to_date) over w = from_date then lag(state) over w end, 'NEW') as from_state
                                  from spell
                                window w as (order by from_date)
                                union all
                                select s.to_date, 'NEW', s.state
                                  from spell s
                                 where s.to_date is not null
                                   and not exists (select from spell n where n.from_date = s.to_date)) as step
                         where from_state <> to_state
                         order by on_date desc limit :limit
                        """)
                .param("customer", customerId)
                .param("limit", limit)
                .query((row, number) -> new Step(
                        row.getObject("on_date", LocalDate.class),
                        SegmentState.valueOf(row.getString("from_state")),
                        SegmentState.valueOf(row.getString("to_state"))))
                .list();
    }

    private CustomerSegment read(long customerId, SegmentRun run) {
        return jdbc.sql("""
                        select m.state, f.visits, f.average_minor, f.lifetime_visits, f.lifetime_spend_minor,
                               f.year_spend_minor, f.last_visit_on, r.key_account_minor, r.regular_account_minor
                          from (%s) m
                          join (%s) f on f.customer_id = m.customer_id
                          join segment_run r on r.id = :run
                         where m.customer_id = :customer
                        """.formatted(KeptStands.STATES_AT, KeptStands.FIGURES_AT))
                .param("customer", customerId)
                .param("asOf", run.businessDate())
                .param("run", run.id())
                .query((row, number) -> read(row, run))
                .optional()
                .orElseGet(() -> new CustomerSegment(SegmentState.NEW, 0, 0, 0, 0, null, ValueClass.of(0, 1, 1), run));
    }

    private static CustomerSegment read(ResultSet row, SegmentRun run) throws SQLException {
        return new CustomerSegment(
                SegmentState.valueOf(row.getString("state")),
                row.getLong("visits"),
                row.getLong("average_minor"),
                row.getLong("lifetime_visits"),
                row.getLong("lifetime_spend_minor"),
                row.getObject("last_visit_on", LocalDate.class),
                ValueClass.of(
                        row.getLong("year_spend_minor"),
                        row.getLong("key_account_minor"),
                        row.getLong("regular_account_minor")),
                run);
    }
}
