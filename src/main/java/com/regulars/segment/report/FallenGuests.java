package com.regulars.segment.report;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.segment.SegmentState;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Guests who stood in B or A until the newest run found them lower: those to call first (R5.6). */
@Service
@RequiredArgsConstructor
@Requires(Permission.SEGMENT_READ)
@Transactional(readOnly = true)
public class FallenGuests {

    private final JdbcClient jdbc;

    /**
     * One of them.
     *
     * @param yearSpendMinor within the year before they fell
     */
    public record Fallen(
            long customerId,
            String name,
            SegmentState from,
            SegmentState to,
            long yearSpendMinor,
            @Nullable LocalDate lastVisitOn,
            LocalDate runOn) {}

    /** Who spent most first. */
    public List<Fallen> inTheNewestRun(int limit) {
        return jdbc.sql("""
                        select g.id as customer_id, g.name, m.state as "from", f.state as "to",
                               coalesce(p.year_spend_minor, f.year_spend_minor) as year_spend_minor, f.last_visit_on, m.to_date as run_on
                          from segment_membership m
                          join segment_figure f on f.customer_id = m.customer_id and f.state_since = m.to_date
                          left join segment_figure_past p on p.customer_id = m.customer_id and p.to_date = m.to_date
                          join customer_v_guest g on g.id = m.customer_id
                         where m.to_date = (select max(business_date) from segment_run where in_force)
                           and (m.state = 'B' or m.state = 'A' and f.state in ('C', 'LAPSED'))
                         order by coalesce(p.year_spend_minor, f.year_spend_minor) desc, g.id limit :limit
                        """).param("limit", limit).query(Fallen.class).list();
    }
}
