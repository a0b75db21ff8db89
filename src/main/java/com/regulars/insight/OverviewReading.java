package com.regulars.insight;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.insight.Overview.Takings;
import com.regulars.venue.Brands;
import com.regulars.venue.OpenVenues;
import com.regulars.venue.TimeFormat;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the overview in a few statements across the modules' tables, changes nothing, and keeps it for half a minute, so
 * that counting guests does not hang on how often somebody looks. Money is that of the venues the reader may see; guests
 * belong to the brand.
 */
@Service
@RequiredArgsConstructor
@Requires(Permission.INSIGHT_READ)
public class OverviewReading {

    private static final Duration KEPT = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Venues venues;
    private final OpenVenues openVenues;
    private final Brands brands;
    private final TimeFormat times;
    private final Clock clock;

    private final Map<Set<Long>, Overview> kept = new ConcurrentHashMap<>();

    @Transactional(readOnly = true)
    public Overview read() {
        Set<Long> seen = openVenues.all().stream().map(Venue::id).collect(Collectors.toSet());
        Instant now = clock.instant();
        Overview known = kept.get(seen);
        if (known != null
                && known.readAt().isAfter(now.minus(KEPT))
                && !known.readAt().isAfter(now)) {
            return known;
        }
        Overview fresh = read(seen, now);
        kept.put(seen, fresh);
        return fresh;
    }

    private Overview read(Set<Long> seen, Instant now) {
        LocalDate today = openVenues.all().stream()
                .map(venues::businessDate)
                .max(LocalDate::compareTo)
                .orElseGet(() -> LocalDate.ofInstant(now, brands.current().zone()));
        Map<String, Object> params = new HashMap<>();
        params.put("venues", seen.isEmpty() ? Set.of(-1L) : seen);
        params.put("today", today);
        params.put("week", today.minusDays(Overview.WEEK_DAYS - 1L));
        params.put("live", today.minusDays(Overview.LIVE_DAYS));
        params.put(
                "newSince",
                times.startOf(today.minusDays(Overview.WEEK_DAYS - 1L)).atOffset(ZoneOffset.UTC));
        Map<String, Object> figures = jdbc.sql(FIGURES).params(params).query().singleRow();
        return new Overview(
                today,
                takings(params),
                figure(figures, "bills_today"),
                figure(figures, "top_ups_today"),
                figure(figures, "top_ups_week"),
                figure(figures, "principal"),
                figure(figures, "bonus"),
                figure(figures, "active_cards"),
                figure(figures, "live_cards"),
                figure(figures, "guests"),
                figure(figures, "guests_new"),
                figure(figures, "guests_phone"),
                figure(figures, "guests_birthday"),
                figure(figures, "guests_visit"),
                figure(figures, "open_tickets"),
                now);
    }

    private List<Takings> takings(Map<String, Object> params) {
        return jdbc.sql("""
                        select type, coalesce(sum(amount) filter (where business_date = :today), 0)::bigint as today,
                               sum(amount)::bigint as week
                          from (select t.type, s.business_date, t.amount_minor as amount
                                  from settlement s join settlement_tender t on t.settlement_id = s.id
                                 where s.venue_id in (:venues) and s.business_date between :week and :today
                                union all
                                select t.type, r.business_date, -t.amount_minor
                                  from settlement_refund r
                                  join settlement s on s.id = r.settlement_id
                                  join settlement_refund_tender t on t.refund_id = r.id
                                 where s.venue_id in (:venues) and r.business_date between :week and :today) as moved
                         group by type order by week desc, type
                        """)
                .params(params)
                .query((row, number) -> new Takings(row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    private static long figure(Map<String, Object> figures, String name) {
        return figures.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private static final String FIGURES = """
            select bills.*, top_ups.*, owed.*, cards.*, guests.*,
                   (select count(distinct t.card_id) from settlement s
                      join settlement_tender t on t.settlement_id = s.id and t.card_id is not null
                      join card c on c.id = t.card_id and c.status = 'ACTIVE'
                     where s.venue_id in (:venues) and s.business_date > :live and s.business_date <= :today) as live_cards,
                   (select count(*) from segment_figure) as guests_visit,
                   (select count(*) from feedback_v_open_ticket where venue_id in (:venues)) as open_tickets
              from (select count(*) as bills_today from settlement
                     where venue_id in (:venues) and business_date = :today) as bills,
                   (select coalesce(sum(u.principal_minor) filter (where p.business_date = :today), 0) as top_ups_today,
                           coalesce(sum(u.principal_minor), 0) as top_ups_week
                      from ledger_posting p join card_top_up u on u.posting_id = p.id
                     where p.venue_id in (:venues) and p.business_date between :week and :today) as top_ups,
                   (select coalesce(sum(balance) filter (where kind = 'PRINCIPAL'), 0) as principal,
                           coalesce(sum(balance) filter (where kind = 'BONUS'), 0) as bonus
                      from ledger_account where kind in ('PRINCIPAL', 'BONUS')) as owed,
                   (select count(*) filter (where status = 'ACTIVE') as active_cards from card) as cards,
                   (select count(*) as guests, count(*) filter (where created_at >= :newSince) as guests_new,
                           count(phone) as guests_phone, count(birthday) as guests_birthday from customer) as guests
            """;
}
