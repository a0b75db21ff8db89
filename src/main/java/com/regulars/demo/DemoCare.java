package com.regulars.demo;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.contact.Channel;
import com.regulars.contact.ContactLog;
import com.regulars.contact.Direction;
import com.regulars.contact.LogContact;
import com.regulars.shared.time.ScopedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calls and messages of the last two months with the guests who come often. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoCare {

    private static final int DAYS = 60;
    private static final int STEPS_DUE_WITHIN = 6;

    private final DemoWords words;
    private final DemoStaff staff;
    private final ContactLog log;
    private final JdbcClient jdbc;

    /** One contact and who had it. */
    private record Planned(Actor by, LogContact contact) {}

    void talk(int customers, Instant now) {
        var dice = new Dice(4);
        var guests = customersByVisits(customers / 4);
        var hands = List.of(staff.actor("frontdesk"), staff.actor("service"), staff.actor("wuqian"));
        List<Planned> planned = new ArrayList<>();
        for (int i = 0; i < guests.size() * 3 / 2; i++) {
            planned.add(contact(dice.pick(guests), dice.pick(hands), now, dice));
        }
        planned.sort(Comparator.comparing(one -> one.contact().occurredAt()));
        planned.forEach(one -> write(one, now));
    }

    /** Logs it, and ticks off the next step unless it fell due only yesterday or later. */
    private void write(Planned planned, Instant now) {
        var contact = planned.contact();
        long id = at(contact.occurredAt().plusSeconds(90), planned.by(), () -> log.log(contact));
        LocalDate due = contact.nextOn();
        if (due != null
                && due.isBefore(LocalDate.ofInstant(now, VisitCalendar.ZONE).minusDays(1))) {
            at(due.atTime(10, 30).atZone(VisitCalendar.ZONE).toInstant(), planned.by(), () -> {
                log.completeNextStep(id);
                return id;
            });
        }
    }

    private static long at(Instant at, Actor by, Supplier<Long> work) {
        long[] id = new long[1];
        ScopedClock.runAt(at, () -> id[0] = CurrentActor.as(by, work));
        return id[0];
    }

    private Planned contact(long customerId, Actor by, Instant now, Dice dice) {
        Instant at = workingHour(now, dice);
        if (dice.happens(0.45)) {
            String said = dice.pick(words.sentences("messages"));
            return new Planned(by, LogContact.line(customerId, Channel.SMS, Direction.OUT, at, said));
        }
        String said = dice.pick(words.sentences("calls"));
        Direction direction = said.startsWith("来电") ? Direction.IN : Direction.OUT;
        String nextStep = dice.happens(0.4) ? dice.pick(words.sentences("nextSteps")) : "";
        LocalDate nextOn = nextStep.isEmpty()
                ? null
                : LocalDate.ofInstant(at, VisitCalendar.ZONE).plusDays(dice.between(1, STEPS_DUE_WITHIN));
        return new Planned(by, new LogContact(customerId, Channel.CALL, direction, at, said, "", nextStep, nextOn));
    }

    /** Between ten and half past eleven, or between two and five: neither early nor at meal times (R2.2). */
    private Instant workingHour(Instant now, Dice dice) {
        LocalDate day = LocalDate.ofInstant(now, VisitCalendar.ZONE).minusDays(dice.between(1, DAYS));
        int minute = dice.happens(0.4) ? dice.between(600, 690) : dice.between(840, 1020);
        return day.atStartOfDay(VisitCalendar.ZONE)
                .plus(Duration.ofMinutes(minute))
                .toInstant();
    }

    private List<Long> customersByVisits(int limit) {
        return jdbc.sql("""
                        select c.id from customer_v_guest c join visit_v_visit v on v.customer_id = c.id
                         where c.external_ref like 'demo-%'
                         group by c.id order by count(*) desc, c.id limit :limit
                        """).param("limit", limit).query(Long.class).list();
    }
}
