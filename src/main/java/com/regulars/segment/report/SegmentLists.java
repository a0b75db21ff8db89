package com.regulars.segment.report;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.segment.SegmentState;
import com.regulars.segment.rating.Cuts;
import com.regulars.segment.rating.KeptStands;
import com.regulars.segment.run.SegmentRun;
import com.regulars.shared.web.PageOf;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The guests behind each figure of the dashboard. */
@Service
@RequiredArgsConstructor
@Requires(Permission.SEGMENT_READ)
public class SegmentLists {

    private final JdbcClient jdbc;
    private final SegmentReports reports;

    /** A guest in a list; the figures are those of the date, 0 for who had no visit by then. */
    public record Guest(
            long customerId,
            String number,
            String name,
            long visits,
            long averageMinor,
            long spendMinor,
            long lifetimeSpendMinor,
            @Nullable LocalDate lastVisitOn) {}

    /**
     * Guests in a state at a date that has a run, newest customer first. New are those who were known when the run
     * counted, not those who came after it.
     */
    public PageOf<Guest> inState(SegmentSummary summary, SegmentState state, int page, int size) {
        String ids = state == SegmentState.NEW ? """
                  select c.id as customer_id from customer_v_guest c
                   where c.created_at <= :counted
                     and not exists (select from segment_figure f where f.customer_id = c.id and f.state_since <= :asOf)
                     and not exists (select from segment_membership m where m.customer_id = c.id and m.from_date <= :asOf
                                        and m.to_date > :asOf)
                   order by c.id desc limit least(:limit, greatest(0, :total - :offset)) offset :offset""" : KeptStands.statesPage("state = :state");
        return page(
                ids,
                Map.of(
                        "asOf",
                        summary.run().businessDate(),
                        "state",
                        state.name(),
                        "counted",
                        Objects.requireNonNullElse(
                                        summary.run().finishedAt(),
                                        summary.run().requestedAt())
                                .atOffset(ZoneOffset.UTC)),
                summary.of(state).customers(),
                page,
                size);
    }

    /** Guests whom other cut-offs would put into a quadrant, of those the run rated; nothing is saved. */
    public PageOf<Guest> inPreview(
            SegmentRun run, SegmentState quadrant, Cuts cuts, long customers, int page, int size) {
        Map<String, Object> params = new HashMap<>();
        params.put("asOf", run.businessDate());
        params.put("state", quadrant.name());
        params.put("frequencyCut", cuts.frequency());
        params.put("spendCut", cuts.spendMinor());
        String ids = KeptStands.figuresPage("visits > 0 and %s = :state".formatted(Cuts.STATE));
        return page(ids, params, customers, page, size);
    }

    /** Guests of a value class by what they spent within a year of the date, of those the run counted (R5.4). */
    public PageOf<Guest> inValueClass(SegmentRun run, ValueClass valueClass, long customers, int page, int size) {
        return page(
                KeptStands.figuresPage("""
                        case when year_spend_minor >= (select key_account_minor from segment_run where id = :run)
                               then 'KEY_ACCOUNT'
                             when year_spend_minor >= (select regular_account_minor from segment_run where id = :run)
                               then 'REGULAR_ACCOUNT'
                             else 'WALK_IN' end = :valueClass"""),
                Map.of("asOf", run.businessDate(), "run", run.id(), "valueClass", valueClass.name()),
                customers,
                page,
                size);
    }

    /** Guests who went from one state to another between two dates that have runs; figures are those of the second. */
    public PageOf<Guest> moved(
            LocalDate from, LocalDate to, SegmentState fromState, SegmentState toState, int page, int size) {
        long total = reports.movements(from, to).of(fromState, toState);
        String ids = fromState == toState && fromState != SegmentState.NEW
                ? KeptStands.statesPage("""
                        m.state = :fromState and (m.from_date <= :from or exists (
                            select from segment_membership b where b.customer_id = m.customer_id
                               and b.from_date <= :from and b.to_date > :from and b.state = :fromState))""")
                : """
                  select customer_id from (%s) m
                   where coalesce(m.from_state, 'NEW') = :fromState and coalesce(m.to_state, 'NEW') = :toState
                   order by customer_id desc limit :limit offset :offset""".formatted(MovementQueries.MOVERS);
        return page(
                ids,
                Map.of("from", from, "to", to, "asOf", to, "fromState", fromState.name(), "toState", toState.name()),
                total,
                page,
                size);
    }

    /** The limit of one keeps the database from reading everybody's figures beside the few that are shown. */
    private PageOf<Guest> page(String ids, Map<String, ?> params, long total, int page, int size) {
        List<Guest> guests = jdbc.sql("""
                        select c.id as customer_id, c.number, c.name, coalesce(f.visits, 0) as visits,
                               coalesce(f.average_minor, 0) as average_minor, coalesce(f.spend_minor, 0) as spend_minor,
                               coalesce(f.lifetime_spend_minor, 0) as lifetime_spend_minor, f.last_visit_on
                          from (%s) listed
                          join customer_v_guest c on c.id = listed.customer_id
                          left join lateral (select * from (%s) at_date where at_date.customer_id = listed.customer_id limit 1) f on true
                         order by c.id desc
                        """.formatted(ids, KeptStands.FIGURES_AT))
                .params(params)
                .param("limit", size)
                .param("offset", PageOf.offset(page, size))
                .param("total", total)
                .query(Guest.class)
                .list();
        return new PageOf<>(guests, page, size, total);
    }
}
