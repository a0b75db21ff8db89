package com.regulars.settlement;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.shared.web.PageOf;
import com.regulars.venue.CurrentVenue;
import com.regulars.venue.OpenVenues;
import com.regulars.venue.Venue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds settled bills in the venues of the actor; the list shows those of the chosen venue. */
@Service
@RequiredArgsConstructor
@Requires(Permission.BILL_READ)
@Transactional(readOnly = true)
public class SettlementList {

    private static final int PAGE_SIZE = 25;
    private static final String COLUMNS = """
            select s.id, s.receipt_number, s.bill_number, s.venue_id, s.settled_at, s.settled_by_name, s.customer_id,
                   c.name as customer_name, s.payable_minor, s.refunded_minor, s.refunded_whole
              from settlement s left join customer_v_guest c on c.id = s.customer_id
            """;
    private static final String FILTER = """
             where s.venue_id = any(:venues)
               and (:query = '' or s.receipt_number like :start or s.bill_number like :start
                    or s.receipt_number like :end)
               and (cast(:date as date) is null or s.business_date = :date)
            """;

    private final JdbcClient jdbc;
    private final OpenVenues openVenues;
    private final CurrentVenue currentVenue;

    /**
     * One page of bills, the newest first.
     *
     * @param query start of a bill number, start or end of a receipt number; empty for all
     * @param date business day, or null for all
     */
    public PageOf<SettlementRow> find(String query, @Nullable LocalDate date, int page) {
        int number = Math.max(1, page);
        Long[] scope = ids(currentVenue.scope());
        long total = bind(jdbc.sql("select count(*) from settlement s" + FILTER), scope, query, date)
                .query(Long.class)
                .single();
        var rows = bind(
                        jdbc.sql(COLUMNS + FILTER + " order by s.id desc limit :limit offset :offset"),
                        scope,
                        query,
                        date)
                .param("limit", PAGE_SIZE)
                .param("offset", PageOf.offset(number, PAGE_SIZE))
                .query(SettlementList::row)
                .list();
        return new PageOf<>(rows, number, PAGE_SIZE, total);
    }

    /** The newest bills of a customer. */
    public List<SettlementRow> ofCustomer(long customerId, int limit) {
        return jdbc.sql(COLUMNS + """
                         where s.customer_id = :customer and s.venue_id = any(:venues) order by s.id desc limit :limit
                        """)
                .param("customer", customerId)
                .param("venues", ids(openVenues.all()))
                .param("limit", limit)
                .query(SettlementList::row)
                .list();
    }

    /** The newest bills whose numbers fit; nothing is counted. */
    public List<SettlementRow> newest(String query, int limit) {
        return bind(jdbc.sql(COLUMNS + FILTER + " order by s.id desc limit :limit"), ids(openVenues.all()), query, null)
                .param("limit", limit)
                .query(SettlementList::row)
                .list();
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, Long[] venueIds, String query, @Nullable LocalDate date) {
        String escaped = query.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return statement
                .param("venues", venueIds)
                .param("query", query)
                .param("start", escaped + "%")
                .param("end", "%" + escaped)
                .param("date", date);
    }

    private static Long[] ids(List<Venue> venues) {
        return venues.stream().map(Venue::id).toArray(Long[]::new);
    }

    private static SettlementRow row(ResultSet row, int number) throws SQLException {
        return new SettlementRow(
                row.getLong("id"),
                row.getString("receipt_number"),
                row.getString("bill_number"),
                row.getLong("venue_id"),
                row.getObject("settled_at", OffsetDateTime.class).toInstant(),
                row.getString("settled_by_name"),
                row.getObject("customer_id", Long.class),
                row.getString("customer_name"),
                row.getLong("payable_minor"),
                row.getLong("refunded_minor"),
                row.getBoolean("refunded_whole"));
    }
}
