package com.regulars.feedback;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.web.PageOf;
import com.regulars.venue.CurrentVenue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads tickets of the venues open to the reader: lists and counts, which show the chosen venue, and one with its history
 * (R3.1).
 */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class TicketBook {

    private static final String IN_MY_VENUES = " where (:everywhere or t.venue_id in (:venues))";

    private static final String MATCHES = IN_MY_VENUES + """
             and (cast(:category as varchar) is null or t.category = :category)
             and (cast(:customerId as bigint) is null or t.customer_id = :customerId)
             and (not :mine or t.owner_key = :me or t.offered_key = :me)
             and (cast(:q as varchar) is null or t.text ilike '%' || :q || '%' or t.product ilike '%' || :q || '%'
                  or t.number ilike '%' || :q || '%')
            """;

    /** The most urgent first, and among equals the one that waits longest. */
    private static final String BY_URGENCY = """
             order by case t.severity when 'URGENT' then 0 when 'HIGH' then 1 when 'NORMAL' then 2 else 3 end,
                      t.taken_at, t.id
            """;

    private static final String NEWEST_FIRST = " order by t.taken_at desc, t.id desc";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentVenue currentVenue;

    /** @throws NotFoundException when there is none, or it belongs to a venue the reader may not see */
    public TicketSummary get(long id) {
        return jdbc.sql(TicketRows.SELECT + IN_MY_VENUES + " and t.id = :id")
                .params(venues())
                .param("id", id)
                .query(TicketRows::summary)
                .optional()
                .orElseThrow(() -> new NotFoundException("ticket", id));
    }

    /** The ticket with its history and with what the reader may do about it. */
    public TicketDetails details(long id) {
        var ticket = get(id);
        var history = jdbc.sql(
                        "select kind, at, actor_key, actor_name, note from feedback_event where ticket_id = :id order by at, id")
                .param("id", id)
                .query(TicketRows::line)
                .list();
        return TicketDetails.of(ticket, history, currentActor.get());
    }

    public PageOf<TicketSummary> list(TicketFilter filter, int page, int size) {
        var params = params(filter);
        String status = filter.status() == null
                ? " and t.status not in ('SOLVED', 'CLOSED')"
                : " and t.status = '" + filter.status() + "'";
        String order = filter.status() == null || filter.status().isOpen() ? BY_URGENCY : NEWEST_FIRST;
        long total = jdbc.sql("select count(*) from feedback_ticket t" + MATCHES + status)
                .params(params)
                .query(Long.class)
                .single();
        var rows = jdbc.sql(TicketRows.SELECT + MATCHES + status + order + " limit :limit offset :offset")
                .params(params)
                .param("limit", size)
                .param("offset", PageOf.offset(page, size))
                .query(TicketRows::summary)
                .list();
        return new PageOf<>(rows, page, size, total);
    }

    /** How many tickets the filter leaves in each state, whatever state it names itself. */
    public Map<TicketStatus, Long> counts(TicketFilter filter) {
        var counts = new EnumMap<TicketStatus, Long>(TicketStatus.class);
        for (var status : TicketStatus.values()) {
            counts.put(status, 0L);
        }
        jdbc.sql("select t.status, count(*) as tickets from feedback_ticket t" + MATCHES + " group by t.status")
                .params(params(filter))
                .query(row -> {
                    counts.put(TicketStatus.valueOf(row.getString("status")), row.getLong("tickets"));
                });
        return counts;
    }

    /** A guest's tickets, those still open first, and how many there are. */
    public GuestTickets ofGuest(long customerId, int limit) {
        List<TicketSummary> tickets = new ArrayList<>();
        AtomicLong open = new AtomicLong();
        AtomicLong total = new AtomicLong();
        jdbc.sql(TicketRows.COLUMNS + """
                        , count(*) filter (where t.status not in ('SOLVED', 'CLOSED')) over () as open, count(*) over () as total
                          from feedback_ticket t
                        """ + IN_MY_VENUES + """
                         and t.customer_id = :customerId
                         order by t.status in ('SOLVED', 'CLOSED'), t.taken_at desc, t.id desc limit :limit
                        """)
                .params(venues())
                .param("customerId", customerId)
                .param("limit", limit)
                .query(row -> {
                    tickets.add(TicketRows.summary(row, tickets.size()));
                    open.set(row.getLong("open"));
                    total.set(row.getLong("total"));
                });
        return new GuestTickets(tickets, open.get(), total.get());
    }

    /** Tickets whose number or words contain what was typed, newest first. */
    List<TicketSummary> search(String query, int limit) {
        return jdbc.sql(TicketRows.SELECT + IN_MY_VENUES + """
                         and (t.number ilike '%' || :q || '%' or t.text ilike '%' || :q || '%')
                         order by t.taken_at desc, t.id desc limit :limit
                        """)
                .params(venues())
                .param("q", TicketRows.literal(query))
                .param("limit", limit)
                .query(TicketRows::summary)
                .list();
    }

    /**
     * A guest's tickets.
     *
     * @param tickets as many of them as were asked for
     * @param open how many are not solved
     * @param total how many there are at all
     */
    public record GuestTickets(List<TicketSummary> tickets, long open, long total) {

        public GuestTickets {
            tickets = List.copyOf(tickets);
        }
    }

    private Map<String, @Nullable Object> venues() {
        Actor actor = currentActor.get();
        var params = new HashMap<String, @Nullable Object>();
        params.put("everywhere", actor.venueIds().isEmpty());
        params.put("venues", actor.venueIds().isEmpty() ? List.of(0L) : List.copyOf(actor.venueIds()));
        return params;
    }

    private Map<String, @Nullable Object> params(TicketFilter filter) {
        var params = venues();
        currentVenue.chosen().ifPresent(venue -> {
            params.put("everywhere", false);
            params.put("venues", List.of(venue.id()));
        });
        params.put(
                "category", filter.category() == null ? null : filter.category().name());
        params.put("customerId", filter.customerId());
        params.put("mine", filter.mineOnly());
        params.put("me", currentActor.get().key());
        params.put("q", filter.q() == null ? null : TicketRows.literal(filter.q()));
        return params;
    }
}
