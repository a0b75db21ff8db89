package com.regulars.demo;

import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What happened in the house until today, in the order in which it is told. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoPast {

    private final DemoRegistration registration;
    private final DemoNotes notes;
    private final DemoHistory history;
    private final DemoMonth month;
    private final DemoCare care;
    private final DemoTickets tickets;

    void register(List<DemoGuest> guests) {
        registration.register(guests);
    }

    void takeNotes(List<DemoGuest> guests) {
        notes.write(guests, registration.ids());
    }

    void bringVisits(List<DemoGuest> guests, Instant till) {
        history.bring(guests, till);
    }

    void playMonth(List<DemoGuest> guests, Instant from) {
        month.play(guests, from);
    }

    void talk(int customers, Instant now) {
        care.talk(customers, now);
    }

    void complain(int customers, Instant now) {
        tickets.take(customers, now);
    }
}
