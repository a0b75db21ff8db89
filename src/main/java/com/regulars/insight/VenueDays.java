package com.regulars.insight;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.venue.CurrentVenue;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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

    /** What bills and refunds moved, by means of payment: a row each for a venue, a day and a tender. */
    private static final String BILLED = """
            select venue_id, business_date = :day as on_day, type, amount_minor
              from settlement_v_money
             where venue_id = any(:venues) and business_date in (:day, :before)
            """;

    /** What guests paid onto their cards. */
    private static final String TOPPED_UP = """
            select p.venue_id, true as on_day, 'TOP_UP' as type, u.principal_minor as amount_minor
              from ledger_v_posting p join card_v_top_up u on u.posting_id = p.id
             where p.venue_id = any(:venues) and p.business_date = :day
            """;

    private static final String MOVED = "select venue_id, "
            + String.join(
                    ", ",
                    sum("cash", "on_day and type = 'CASH'"),
                    sum("scanned", "on_day and type in ('WECHAT', 'ALIPAY')"),
                    sum("bank", "on_day and type = 'BANK_CARD'"),
                    sum("other", "on_day and type = 'OTHER'"),
                    sum("before", "not on_day and type not in ('STORED_VALUE', 'ON_ACCOUNT')"),
                    sum("stored", "on_day and type = 'STORED_VALUE'"),
                    sum("topped", "type = 'TOP_UP'"))
            + " from (" + BILLED + " union all " + TOPPED_UP + ") as moved group by venue_id";

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

    private static String sum(String column, String which) {
        return "coalesce(sum(amount_minor) filter (where " + which + "), 0)::bigint as " + column;
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
        Map<Long, String> names = shown.stream().collect(Collectors.toMap(Venue::id, Venue::name));
        return jdbc
                .sql(MOVED)
                .param("venues", names.keySet().toArray(Long[]::new))
                .param("day", day)
                .param("before", day.minusDays(WEEK))
                .query((row, number) -> Map.entry(row.getLong("venue_id"), day(row, names)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Day day(ResultSet row, Map<Long, String> names) throws SQLException {
        return new Day(
                names.get(row.getLong("venue_id")),
                row.getLong("cash"),
                row.getLong("scanned"),
                row.getLong("bank"),
                row.getLong("other"),
                row.getLong("before"),
                row.getLong("stored"),
                row.getLong("topped"));
    }
}
