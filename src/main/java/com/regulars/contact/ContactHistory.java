package com.regulars.contact;

import com.regulars.access.ActedBy;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.web.PageOf;
import com.regulars.venue.TimeFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads the log of contacts, newest first (R2.1, R1.12). */
@Service
@RequiredArgsConstructor
public class ContactHistory {

    private static final String SELECT = """
            select e.*, c.id as corrected_by_id
              from contact_entry e
              left join contact_entry c on c.corrects_id = e.id
            """;

    private static final String MATCHES = """
             where (cast(:channel as varchar) is null or e.channel = :channel)
               and (cast(:direction as varchar) is null or e.direction = :direction)
               and (cast(:by as varchar) is null
                    or case when :open then e.next_for_key is null or e.next_for_key = :by else e.logged_by_key = :by end)
               and (cast(:from as timestamptz) is null or e.occurred_at >= :from)
               and (cast(:before as timestamptz) is null or e.occurred_at < :before)
               and (cast(:customerId as bigint) is null or e.customer_id = :customerId)
               and (not :open or (e.next_step <> '' and e.next_done_at is null
                                  and not exists (select 1 from contact_entry n where n.corrects_id = e.id)))
            """;

    private final JdbcClient jdbc;
    private final TimeFormat times;

    /** @throws NotFoundException when there is no such entry */
    public ContactSummary get(long id) {
        return jdbc.sql(SELECT + " where e.id = :id")
                .param("id", id)
                .query(ContactHistory::summary)
                .optional()
                .orElseThrow(() -> new NotFoundException("contact", id));
    }

    public PageOf<ContactSummary> list(ContactFilter filter, int page, int size) {
        var params = params(filter);
        var rows = jdbc.sql(SELECT + MATCHES + " order by e.occurred_at desc, e.id desc limit :limit offset :offset")
                .params(params)
                .param("limit", size)
                .param("offset", PageOf.offset(page, size))
                .query(ContactHistory::summary)
                .list();
        long total = jdbc.sql("select count(*) from contact_entry e " + MATCHES)
                .params(params)
                .query(Long.class)
                .single();
        return new PageOf<>(rows, page, size, total);
    }

    /** A guest's newest contacts, and how many there are at all. */
    public record GuestContacts(List<ContactSummary> newest, long count) {}

    public GuestContacts ofGuest(long customerId, int limit) {
        List<ContactSummary> newest = new ArrayList<>();
        AtomicLong count = new AtomicLong();
        jdbc.sql("""
                        select e.*, c.id as corrected_by_id, count(*) over () as of_guest
                          from contact_entry e
                          left join contact_entry c on c.corrects_id = e.id
                         where e.customer_id = :customerId order by e.occurred_at desc, e.id desc limit :limit
                        """).param("customerId", customerId).param("limit", limit).query(row -> {
            newest.add(summary(row, newest.size()));
            count.set(row.getLong("of_guest"));
        });
        return new GuestContacts(List.copyOf(newest), count.get());
    }

    /** Steps of this employee, and those that are nobody's, that are not done and due by {@code until}, earliest first. */
    List<ContactSummary> openSteps(String by, LocalDate until, int limit) {
        return jdbc.sql(SELECT + """
                         where (e.next_for_key = :by or e.next_for_key is null) and e.next_step <> '' and e.next_on <= :until
                           and e.next_done_at is null and c.id is null
                         order by e.next_on, e.id limit :limit
                        """)
                .param("by", by)
                .param("until", until)
                .param("limit", limit)
                .query(ContactHistory::summary)
                .list();
    }

    /** How many steps of an employee are not done, whenever they fall due. */
    long countSteps(String by) {
        return jdbc.sql("""
                        select count(*) from contact_entry
                         where next_for_key = :by and next_step <> '' and next_done_at is null
                        """).param("by", by).query(Long.class).single();
    }

    private Map<String, @Nullable Object> params(ContactFilter filter) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("channel", filter.channel() == null ? null : filter.channel().name());
        params.put(
                "direction",
                filter.direction() == null ? null : filter.direction().name());
        params.put("by", filter.by());
        params.put("from", startOf(filter.from()));
        params.put("before", startOf(filter.to() == null ? null : filter.to().plusDays(1)));
        params.put("customerId", filter.customerId());
        params.put("open", filter.openOnly());
        return params;
    }

    private @Nullable OffsetDateTime startOf(@Nullable LocalDate date) {
        return date == null ? null : times.startOf(date).atOffset(ZoneOffset.UTC);
    }

    private static ContactSummary summary(ResultSet row, int number) throws SQLException {
        return new ContactSummary(
                row.getLong("id"),
                row.getLong("customer_id"),
                Channel.valueOf(row.getString("channel")),
                Direction.valueOf(row.getString("direction")),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("said"),
                row.getString("outcome"),
                row.getString("next_step"),
                row.getObject("next_on", LocalDate.class),
                instant(row, "next_done_at"),
                ActedBy.findFrom(row, "next_done_by"),
                ActedBy.findFrom(row, "next_for"),
                ActedBy.from(row, "logged_by"),
                row.getObject("logged_at", OffsetDateTime.class).toInstant(),
                row.getObject("corrects_id", Long.class),
                row.getObject("corrected_by_id", Long.class),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
