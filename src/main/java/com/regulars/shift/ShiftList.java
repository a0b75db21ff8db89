package com.regulars.shift;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.shared.web.PageOf;
import com.regulars.venue.CurrentVenue;
import com.regulars.venue.Venue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The shifts of the chosen venue, or of all venues of the actor, with what was short and what was over. */
@Service
@RequiredArgsConstructor
@Requires(Permission.SHIFT_REVIEW)
@Transactional(readOnly = true)
public class ShiftList {

    private static final int PAGE_SIZE = 25;
    private static final int LAST_PAGE = 100_000;
    private static final String SELECT =
            "select h.*, c.expected_cash_minor, c.counted_cash_minor, c.difference_minor, e.reason, v.to_name";
    private static final String FROM = """
             from shift h
             left join shift_closing c on c.shift_id = h.id
             left join shift_handover v on v.shift_id = h.id
             left join lateral (select reason from shift_explanation e where e.shift_id = h.id order by id limit 1) e on true
            where h.venue_id in (:venues)
              and (cast(:from as date) is null or h.business_date >= :from)
              and (cast(:to as date) is null or h.business_date <= :to)
              and (:cashier = '' or h.opened_by_key = :cashier)
              and (:only = 'ALL' or :only = 'OPEN' and h.closed_at is null
                   or :only = 'DIFFERENT' and c.difference_minor <> 0
                   or :only = 'UNEXPLAINED' and c.difference_minor <> 0 and e.reason is null)
            """;

    private final JdbcClient jdbc;
    private final CurrentVenue currentVenue;

    /** Which shifts. */
    public enum Only {
        ALL,
        OPEN,
        DIFFERENT,
        UNEXPLAINED
    }

    /** @param cashier key of whoever opened them, empty for all */
    public record Filter(@Nullable LocalDate from, @Nullable LocalDate to, String cashier, Only only) {}

    /** A page of shifts, and what all of the list differ by in sum. */
    public record Listed(PageOf<ShiftRow> page, long shortMinor, long overMinor) {}

    /** Somebody who opened shifts. */
    public record Cashier(String key, String name) {}

    /** The newest first. */
    public Listed find(Filter filter, int page) {
        int number = Math.clamp(page, 1, LAST_PAGE);
        Map<String, @Nullable Object> params = params(filter);
        var rows = jdbc.sql(SELECT + FROM + " order by h.opened_at desc, h.id desc limit :limit offset :offset")
                .params(params)
                .param("limit", PAGE_SIZE)
                .param("offset", PageOf.offset(number, PAGE_SIZE))
                .query(ShiftList::row)
                .list();
        return jdbc.sql("""
                        select count(*) as shifts,
                               coalesce(-sum(c.difference_minor) filter (where c.difference_minor < 0), 0)::bigint as short,
                               coalesce(sum(c.difference_minor) filter (where c.difference_minor > 0), 0)::bigint as over
                        """ + FROM)
                .params(params)
                .query((row, index) -> new Listed(
                        new PageOf<>(rows, number, PAGE_SIZE, row.getLong("shifts")),
                        row.getLong("short"),
                        row.getLong("over")))
                .single();
    }

    /** The shifts of one business day at a venue, in the order they were opened. */
    public List<ShiftRow> ofDay(long venueId, LocalDate day) {
        return jdbc.sql(SELECT + FROM + " order by h.opened_at, h.id")
                .param("venues", List.of(venueId))
                .param("from", day)
                .param("to", day)
                .param("cashier", "")
                .param("only", Only.ALL.name())
                .query(ShiftList::row)
                .list();
    }

    /** Everybody who opened a shift there, by name. */
    public List<Cashier> cashiers() {
        return jdbc.sql("""
                        select opened_by_key, max(opened_by_name) as name from shift where venue_id in (:venues)
                         group by opened_by_key order by 2, 1
                        """)
                .param("venues", venues())
                .query((row, number) -> new Cashier(row.getString("opened_by_key"), row.getString("name")))
                .list();
    }

    private Map<String, @Nullable Object> params(Filter filter) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("venues", venues());
        params.put("from", filter.from());
        params.put("to", filter.to());
        params.put("cashier", filter.cashier());
        params.put("only", filter.only().name());
        return params;
    }

    private List<Long> venues() {
        var ids = currentVenue.scope().stream().map(Venue::id).toList();
        return ids.isEmpty() ? List.of(-1L) : ids;
    }

    private static ShiftRow row(ResultSet row, int number) throws SQLException {
        return new ShiftRow(
                ShiftStore.shift(row, number),
                row.getObject("expected_cash_minor", Long.class),
                row.getObject("counted_cash_minor", Long.class),
                row.getObject("difference_minor", Long.class),
                row.getString("reason"),
                row.getString("to_name"));
    }
}
