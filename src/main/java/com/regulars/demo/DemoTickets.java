package com.regulars.demo;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.feedback.Severity;
import com.regulars.feedback.TakeTicket;
import com.regulars.feedback.TicketBook;
import com.regulars.feedback.TicketCategory;
import com.regulars.feedback.TicketFilter;
import com.regulars.feedback.TicketSource;
import com.regulars.feedback.TicketSummary;
import com.regulars.feedback.TicketWork;
import com.regulars.feedback.Tickets;
import com.regulars.shared.time.ScopedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Complaints, suggestions and praise that follow real visits: the older ones are solved, the newest are still open. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoTickets {

    private static final Duration OLD = Duration.ofDays(12);

    private final DemoWords words;
    private final DemoStaff staff;
    private final Tickets tickets;
    private final TicketWork work;
    private final TicketBook book;
    private final JdbcClient jdbc;

    /** A visit somebody had something to say about. */
    private record Occasion(long customerId, long venueId, Instant at) {}

    /** Takes them unless an interrupted load has taken some already. */
    void take(int customers, Instant now) {
        if (anyTaken()) {
            return;
        }
        var dice = new Dice(5);
        var occasions = occasions(Math.clamp(customers / 12, 4, 40), now);
        var takers = List.of(staff.actor("frontdesk"), staff.actor("service"), staff.actor("wuqian"));
        IntStream.range(0, occasions.size()).forEach(i -> {
            var occasion = occasions.get(i);
            Actor taker = dice.pick(takers.stream()
                    .filter(actor -> actor.mayActIn(occasion.venueId()))
                    .toList());
            Instant taken = occasion.at().plus(Duration.ofMinutes(dice.between(5, 50)));
            boolean old = taken.isBefore(now.minus(OLD));
            var ticket = as(taker, taken, () -> tickets.take(words(occasion, dice)));
            if (old) {
                bringToItsEnd(ticket, taker, taken, dice);
            } else {
                start(ticket, taker, taken, i, now);
            }
        });
    }

    private boolean anyTaken() {
        var all = CurrentActor.asSystem(() -> book.counts(new TicketFilter(null, false, null, null, null)));
        return all.values().stream().anyMatch(count -> count > 0);
    }

    private TakeTicket words(Occasion occasion, Dice dice) {
        TicketCategory category = dice.weighted(
                List.of(TicketCategory.QUALITY_PROBLEM, TicketCategory.SUGGESTION, TicketCategory.PRAISE), 60, 20, 20);
        String text = dice.pick(words.sentences(
                switch (category) {
                    case SUGGESTION -> "suggestions";
                    case PRAISE -> "praises";
                    default -> "complaints";
                }));
        String product =
                text.contains("水煮鱼") ? "水煮鱼" : text.contains("空调") ? "包间" : text.contains("豆瓣鱼") ? "豆瓣鱼" : null;
        return new TakeTicket(
                occasion.venueId(),
                occasion.customerId(),
                dice.pick(List.of(TicketSource.CUSTOMER_CAME, TicketSource.CUSTOMER_CAME, TicketSource.LETTER_OR_CALL)),
                category,
                product,
                text,
                category == TicketCategory.QUALITY_PROBLEM && dice.happens(0.3) ? Severity.HIGH : null);
    }

    private void bringToItsEnd(TicketSummary ticket, Actor owner, Instant taken, Dice dice) {
        Actor manager = staff.actor("manager");
        String result = dice.pick(words.sentences("complaintResults"));
        step(owner, taken.plus(Duration.ofMinutes(4)), () -> work.begin(ticket.id(), version(ticket)));
        step(owner, taken.plus(Duration.ofMinutes(30)), () -> work.solve(ticket.id(), version(ticket), result));
        step(manager, taken.plus(Duration.ofHours(20)), () -> work.close(ticket.id(), version(ticket)));
    }

    /** New, begun, waiting for the guest, or offered to customer service, one after the other. */
    private void start(TicketSummary ticket, Actor owner, Instant taken, int index, Instant now) {
        Instant next = taken.plus(Duration.ofMinutes(6));
        if (index % 4 == 0 || next.isAfter(now)) {
            return;
        }
        step(owner, next, () -> work.begin(ticket.id(), version(ticket)));
        Instant later = next.plus(Duration.ofMinutes(12));
        if (later.isAfter(now)) {
            return;
        }
        if (index % 4 == 2) {
            step(owner, later, () -> work.waitForGuest(ticket.id(), version(ticket), "请顾客告知哪天方便再来"));
        } else if (index % 4 == 3) {
            Actor service = staff.actor("service");
            Actor other = owner.equals(service) ? staff.actor("manager") : service;
            step(owner, later, () -> work.offer(ticket.id(), version(ticket), other.key(), "请接着跟进"));
        }
    }

    private int version(TicketSummary ticket) {
        return book.get(ticket.id()).version();
    }

    private static void step(Actor by, Instant at, Runnable work) {
        ScopedClock.runAt(
                at,
                () -> CurrentActor.as(by, () -> {
                    work.run();
                    return by;
                }));
    }

    private static TicketSummary as(Actor by, Instant at, Supplier<TicketSummary> work) {
        var taken = new TicketSummary[1];
        ScopedClock.runAt(at, () -> taken[0] = CurrentActor.as(by, work));
        return taken[0];
    }

    /** Visits of the last forty days, oldest first. */
    private List<Occasion> occasions(int count, Instant now) {
        return jdbc.sql("""
                        select customer_id, venue_id, visited_at from (
                            select v.*, row_number() over (order by md5(v.id::text)) as lot from visit_v_visit v
                             where v.visited_at between :from and :to) drawn
                         where lot <= :count order by visited_at
                        """)
                .param("from", now.minus(Duration.ofDays(40)).atOffset(ZoneOffset.UTC))
                .param("to", now.minus(Duration.ofHours(2)).atOffset(ZoneOffset.UTC))
                .param("count", count)
                .query((row, number) -> new Occasion(
                        row.getLong("customer_id"),
                        row.getLong("venue_id"),
                        row.getObject("visited_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
