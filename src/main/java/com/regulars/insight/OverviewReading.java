package com.regulars.insight;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.insight.Overview.Takings;
import com.regulars.shared.cache.SharedCache;
import com.regulars.shared.cache.SharedCaches;
import com.regulars.venue.Brands;
import com.regulars.venue.CurrentVenue;
import com.regulars.venue.TimeFormat;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the overview in a few statements across what the modules publish, changes nothing, and keeps it for a moment, so
 * that counting guests does not hang on how often somebody looks. Money is that of the venue that is chosen, or of all
 * that the reader may see; guests belong to the brand.
 */
@Service
@Requires(Permission.INSIGHT_READ)
public class OverviewReading {

    /** Cards a bill was paid with between two days in the venues. */
    static final String USED_CARDS =
            "select card_id from settlement_v_money where not refund and card_id is not null and venue_id in (:venues)"
                    + " and business_date > :live and business_date <= :today";

    private static final int KEPT = 200;

    private final JdbcClient jdbc;
    private final Venues venues;
    private final CurrentVenue currentVenue;
    private final Brands brands;
    private final TimeFormat times;
    private final Clock clock;
    private final SharedCache<Set<Long>, Overview> kept;

    OverviewReading(
            JdbcClient jdbc,
            Venues venues,
            CurrentVenue currentVenue,
            Brands brands,
            TimeFormat times,
            Clock clock,
            SharedCaches caches) {
        this.jdbc = jdbc;
        this.venues = venues;
        this.currentVenue = currentVenue;
        this.brands = brands;
        this.times = times;
        this.clock = clock;
        this.kept = caches.make("overview", KEPT, this::read);
    }

    @Transactional(readOnly = true)
    public Overview read() {
        return kept.get(currentVenue.scope().stream().map(Venue::id).collect(Collectors.toUnmodifiableSet()));
    }

    private Overview read(Set<Long> seen) {
        Instant now = clock.instant();
        LocalDate today = venues.all().stream()
                .filter(venue -> seen.contains(venue.id()))
                .map(venues::businessDate)
                .max(LocalDate::compareTo)
                .orElseGet(() -> LocalDate.ofInstant(now, brands.current().zone()));
        LocalDate week = today.minusDays(Overview.WEEK_DAYS - 1L);
        Map<String, Object> params = new HashMap<>();
        params.put("venues", seen.isEmpty() ? Set.of(-1L) : seen);
        params.put("today", today);
        params.put("week", week);
        params.put("live", today.minusDays(Overview.LIVE_DAYS));
        params.put("newSince", times.startOf(week).atOffset(ZoneOffset.UTC));
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
                        select type, coalesce(sum(amount_minor) filter (where business_date = :today), 0)::bigint as today,
                               sum(amount_minor)::bigint as week
                          from settlement_v_money
                         where venue_id in (:venues) and business_date between :week and :today
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
                   (select count(*) from card_v_card where status = 'ACTIVE' and id in (%s)) as live_cards,
                   (select count(*) from feedback_v_open_ticket where venue_id in (:venues)) as open_tickets
              from (select count(*) as bills_today from settlement_v_bill
                     where venue_id in (:venues) and business_date = :today) as bills,
                   (select coalesce(sum(u.principal_minor) filter (where p.business_date = :today), 0) as top_ups_today,
                           coalesce(sum(u.principal_minor), 0) as top_ups_week
                      from ledger_v_posting p join card_v_top_up u on u.posting_id = p.id
                     where p.venue_id in (:venues) and p.business_date between :week and :today) as top_ups,
                   (select coalesce(sum(balance) filter (where kind = 'PRINCIPAL'), 0) as principal,
                           coalesce(sum(balance) filter (where kind = 'BONUS'), 0) as bonus
                      from ledger_v_balance where kind in ('PRINCIPAL', 'BONUS')) as owed,
                   (select count(*) filter (where status = 'ACTIVE') as active_cards from card_v_card) as cards,
                   (select count(*) as guests, count(*) filter (where created_at >= :newSince) as guests_new,
                           count(*) filter (where has_phone) as guests_phone,
                           count(*) filter (where has_birthday) as guests_birthday,
                           count(*) filter (where rating_status <> 'NEW') as guests_visit from customer_v_guest) as guests
            """.formatted(USED_CARDS);
}
