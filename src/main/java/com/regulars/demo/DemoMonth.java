package com.regulars.demo;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.card.CardSummary;
import com.regulars.menu.Menu;
import com.regulars.shared.time.ScopedClock;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The last thirty days as they would have happened at the tills: cards issued, topped up and settled from, in the order
 * of time and through the real services. A load that was interrupted goes on where it stopped.
 */
@Slf4j
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoMonth {

    private static final String BILL_PREFIX = "D-";
    private static final Duration CARD_BEFORE_BILL = Duration.ofMinutes(25);

    private final DemoRegistration registration;
    private final DemoStaff staff;
    private final DemoCardDesk cards;
    private final DemoBills bills;
    private final DemoShifts shifts;
    private final Menu menu;
    private final Venues venues;
    private final JdbcClient jdbc;

    /** One month being played. */
    private record Play(
            Map<String, DemoGuest> guests,
            Map<String, Long> ids,
            Map<String, Actor> cashiers,
            DemoOrder order,
            Set<String> done) {

        Actor cashier(DemoVisit visit) {
            return Objects.requireNonNull(cashiers.get(visit.venueCode()));
        }

        long customerId(DemoVisit visit) {
            return Objects.requireNonNull(ids.get(visit.guestRef()), visit.guestRef());
        }

        DemoGuest guest(DemoVisit visit) {
            return Objects.requireNonNull(guests.get(visit.guestRef()));
        }
    }

    void play(List<DemoGuest> guests, Instant from) {
        var play = new Play(
                guests.stream().collect(Collectors.toMap(DemoGuest::ref, guest -> guest)),
                registration.ids(),
                Map.of("main", staff.actor("cashier"), "garden", staff.actor("zengmin")),
                new DemoOrder(menu.all()),
                settled());
        var visits = guests.stream()
                .flatMap(guest -> guest.visits().stream())
                .filter(visit -> !visit.at().isBefore(from))
                .sorted(Comparator.comparing(DemoVisit::at).thenComparing(DemoVisit::ref))
                .toList();
        log.info("Demo: {} bills of the last thirty days", visits.size());
        visits.stream()
                .filter(visit -> !play.done.contains(BILL_PREFIX + visit.ref()))
                .forEach(visit -> CurrentActor.as(play.cashier(visit), () -> {
                    visit(visit, play);
                    return visit;
                }));
    }

    private void visit(DemoVisit visit, Play play) {
        var dice = new Dice(visit.ref().hashCode());
        var guest = play.guest(visit);
        long customerId = play.customerId(visit);
        Venue venue = venues.getByCode(visit.venueCode());
        var lines = play.order.order(visit.spendMinor(), visit.partySize(), dice);
        var bill = new DemoBills.Bill(BILL_PREFIX + visit.ref(), customerId, venue.code(), lines, null);
        shifts.readyFor(venue, visit.at(), new Dice(("shift " + visit.ref()).hashCode()));
        ScopedClock.runAt(
                visit.at().minus(CARD_BEFORE_BILL), () -> prepareCard(guest, customerId, venue, bill, visit, dice));
        ScopedClock.runAt(visit.at(), () -> bills.settle(with(bill, customerId), dice));
    }

    /** The guest takes a card at the first visit of the month and puts money on it when the balance does not suffice. */
    private void prepareCard(
            DemoGuest guest, long customerId, Venue venue, DemoBills.Bill bill, DemoVisit visit, Dice dice) {
        String programme = guest.programme();
        if (programme == null) {
            return;
        }
        if (cards.ofGuest(customerId).isEmpty()) {
            cards.issue("demo-card-" + guest.ref(), customerId, programme, venue.id(), dice);
        }
        if (!programme.equals(DemoProgrammes.STORED) && !programme.equals(DemoProgrammes.GOLD)) {
            return;
        }
        CardSummary card = cards.ofGuest(customerId).orElseThrow();
        long cost = bills.costFromBalance(with(bill, customerId));
        boolean first = card.balanceMinor() == 0;
        if (cost > card.balanceMinor() && (first || dice.happens(0.6))) {
            cards.topUp("demo-topup-" + visit.ref(), card, venue.id(), topUp(programme, cost, dice), dice);
        }
    }

    /** Stored value is sold in one size; a gold card takes smaller ones too. */
    private static long topUp(String programme, long costMinor, Dice dice) {
        if (programme.equals(DemoProgrammes.STORED)) {
            return 1_000_000;
        }
        long enough = List.of(100_000L, 300_000L, 500_000L, 1_000_000L).stream()
                .filter(size -> size >= costMinor)
                .findFirst()
                .orElse(1_000_000L);
        return enough < 500_000 && dice.happens(0.35) ? 500_000 : enough;
    }

    private DemoBills.Bill with(DemoBills.Bill bill, long customerId) {
        return new DemoBills.Bill(
                bill.number(),
                bill.customerId(),
                bill.venueCode(),
                bill.lines(),
                cards.ofGuest(customerId).orElse(null));
    }

    private Set<String> settled() {
        return new HashSet<>(jdbc.sql("select bill_number from settlement_v_bill where bill_number like 'D-demo-%'")
                .query(String.class)
                .list());
    }
}
