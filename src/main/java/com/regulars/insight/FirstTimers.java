package com.regulars.insight;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.venue.CurrentVenue;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * New guests who should have come back by now: their first visit is three weeks ago and it is still their only one. Who
 * waits longer than a quarter is no new guest any more.
 */
@Service
@RequiredArgsConstructor
@Requires(Permission.INSIGHT_READ)
@Transactional(readOnly = true)
public class FirstTimers {

    /** Days after which a first visit should have had a second. */
    public static final int DUE_DAYS = 21;

    private static final int NEW_DAYS = 90;

    private final JdbcClient jdbc;
    private final CurrentVenue currentVenue;
    private final Venues venues;

    /** One of them, with the only visit. */
    public record FirstTimer(long customerId, String name, LocalDate visitedOn, long daysAgo, long spendMinor) {}

    /** Who fell due last first: they remember the house best. A visit anywhere counts, a first one only where it was. */
    public List<FirstTimer> due(int limit) {
        LocalDate today = venues.lastClosedBusinessDate().plusDays(1);
        return jdbc.sql("""
                        select g.id as customer_id, g.name, v.business_date as visited_on,
                               cast(:today as date) - v.business_date as days_ago, v.spend_minor
                          from visit_v_visit v join customer_v_guest g on g.id = v.customer_id
                         where v.business_date between :oldest and :due and v.venue_id = any(:venues)
                           and not exists (select from visit_v_visit o where o.customer_id = v.customer_id and o.id <> v.id)
                         order by v.business_date desc, v.customer_id desc limit :limit
                        """)
                .param("today", today)
                .param("due", today.minusDays(DUE_DAYS))
                .param("oldest", today.minusDays(NEW_DAYS))
                .param("venues", currentVenue.scope().stream().map(Venue::id).toArray(Long[]::new))
                .param("limit", limit)
                .query(FirstTimer.class)
                .list();
    }
}
