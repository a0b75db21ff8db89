package com.regulars.insight;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.venue.CurrentVenue;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the venues took on the last business day that is over. Stored value that was used and bills on account are no money
 * that came in, and a top-up is none that was earned: they stand apart.
 */
@Service
@RequiredArgsConstructor
@Requires(Permission.INSIGHT_READ)
@Transactional(readOnly = true)
public class VenueDays {

    private static final int WEEK = 7;

    private final JdbcClient jdbc;
    private final Venues venues;
    private final CurrentVenue currentVenue;

    /** All venues on one day, and their sum. */
    public record Yesterday(LocalDate day, List<Day> venues, Day total) {}

    /**
     * One venue's day.
     *
     * @param venue null for the sum
     * @param scannedMinor WeChat and Alipay
     * @param beforeMinor money that came in on the same weekday a week before
     */
    public record Day(
            @Nullable String venue,
            long cashMinor,
            long scannedMinor,
            long bankCardMinor,
            long otherMinor,
            long beforeMinor,
            long storedValueMinor,
            long topUpMinor) {

        static final Day NOTHING = new Day(null, 0, 0, 0, 0, 0, 0, 0);

        public long moneyMinor() {
            return cashMinor + scannedMinor + bankCardMinor + otherMinor;
        }

        /** More or less than a week before as {@code +7.1%}; empty where there was nothing then. */
        public String change() {
            if (beforeMinor <= 0) {
                return "";
            }
            long difference = moneyMinor() - beforeMinor;
            String sign = difference > 0 ? "+" : difference < 0 ? "\u2212" : "";
            return sign + Overview.percent(Math.abs(difference), beforeMinor);
        }

        public boolean isLess() {
            return moneyMinor() < beforeMinor;
        }

        Day plus(Day other) {
            return new Day(
                    null,
                    cashMinor + other.cashMinor,
                    scannedMinor + other.scannedMinor,
                    bankCardMinor + other.bankCardMinor,
                    otherMinor + other.otherMinor,
                    beforeMinor + other.beforeMinor,
                    storedValueMinor + other.storedValueMinor,
                    topUpMinor + other.topUpMinor);
        }
    }

    /** The last business day that is over in all venues that are shown. */
    public Yesterday yesterday() {
        var shown = currentVenue.scope();
        LocalDate day = shown.stream()
                .map(venues::businessDate)
                .min(LocalDate::compareTo)
                .orElseGet(venues::lastClosedBusinessDate)
                .minusDays(1);
        Map<Long, Day> days = days(shown, day);
        List<Day> rows = shown.stream()
                .map(venue -> days.get(venue.id()))
                .filter(Objects::nonNull)
                .toList();
        return new Yesterday(day, rows, rows.stream().reduce(Day.NOTHING, Day::plus));
    }

    private Map<Long, Day> days(List<Venue> shown, LocalDate day) {
        Map<Long, String> names = new HashMap<>();
        shown.forEach(venue -> names.put(venue.id(), venue.name()));
        Map<Long, Day> days = new HashMap<>();
        jdbc.sql("""
                        select venue_id, sum(cash)::bigint as cash, sum(scanned)::bigint as scanned, sum(bank)::bigint as bank,
                               sum(other)::bigint as other, sum(before)::bigint as before, sum(stored)::bigint as stored,
                               sum(topped)::bigint as topped
                          from (select venue_id,
                                       coalesce(sum(amount_minor) filter (where business_date = :day and type = 'CASH'), 0) as cash,
                                       coalesce(sum(amount_minor) filter (where business_date = :day
                                                                            and type in ('WECHAT', 'ALIPAY')), 0) as scanned,
                                       coalesce(sum(amount_minor) filter (where business_date = :day and type = 'BANK_CARD'), 0) as bank,
                                       coalesce(sum(amount_minor) filter (where business_date = :day and type = 'OTHER'), 0) as other,
                                       coalesce(sum(amount_minor) filter (where business_date = :before
                                                                and type not in ('STORED_VALUE', 'ON_ACCOUNT')), 0) as before,
                                       coalesce(sum(amount_minor) filter (where business_date = :day
                                                                            and type = 'STORED_VALUE'), 0) as stored,
                                       0 as topped
                                  from settlement_v_money
                                 where venue_id = any(:venues) and business_date in (:day, :before) group by venue_id
                                union all
                                select p.venue_id, 0, 0, 0, 0, 0, 0, sum(u.principal_minor)
                                  from ledger_v_posting p join card_v_top_up u on u.posting_id = p.id
                                 where p.venue_id = any(:venues) and p.business_date = :day group by p.venue_id) as moved
                         group by venue_id
                        """)
                .param("venues", shown.stream().map(Venue::id).toArray(Long[]::new))
                .param("day", day)
                .param("before", day.minusDays(WEEK))
                .query(row -> {
                    days.put(
                            row.getLong("venue_id"),
                            new Day(
                                    names.get(row.getLong("venue_id")),
                                    row.getLong("cash"),
                                    row.getLong("scanned"),
                                    row.getLong("bank"),
                                    row.getLong("other"),
                                    row.getLong("before"),
                                    row.getLong("stored"),
                                    row.getLong("topped")));
                });
        return days;
    }
}
