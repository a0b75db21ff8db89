package com.regulars.demo;

import com.regulars.access.CurrentActor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the sample brand once, before the application says it is ready. Each step is marked when it is done; a load that
 * was interrupted goes on with the first step that is not, and no step repeats what is there already.
 */
@Slf4j
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
@RequiredArgsConstructor
class DemoLoader implements ApplicationRunner {

    private static final Duration TILL_DAYS = Duration.ofDays(30);

    private final DemoSettings settings;
    private final DemoMarks marks;
    private final DemoHouse house;
    private final DemoGuests guests;
    private final DemoPast past;
    private final DemoNights nights;
    private final DemoWelcome welcome;
    private final TransactionTemplate transaction;

    @Override
    public void run(ApplicationArguments arguments) {
        CurrentActor.asSystem(() -> {
            load();
            return settings;
        });
        welcome.print();
    }

    /** Loads what is not loaded yet. */
    void load() {
        Instant now = marks.begin();
        once("house", () -> transaction.executeWithoutResult(status -> house.open()));
        house.registerApiClient();
        if (settings.customers() == 0 || marks.isDone("nights")) {
            return;
        }
        Instant tills = now.minus(TILL_DAYS);
        List<DemoGuest> people = guests.make(settings.customers(), now);
        once("guests", () -> transaction.executeWithoutResult(status -> past.register(people)));
        once("notes", () -> transaction.executeWithoutResult(status -> past.takeNotes(people)));
        once("history", () -> past.bringVisits(people, tills));
        once("month", () -> past.playMonth(people, tills));
        once("contacts", () -> transaction.executeWithoutResult(status -> past.talk(settings.customers(), now)));
        once("tickets", () -> past.complain(settings.customers(), now));
        once("nights", nights::run);
    }

    private void once(String step, Runnable work) {
        if (marks.isDone(step)) {
            return;
        }
        long begun = System.nanoTime();
        work.run();
        marks.done(step);
        log.info("Demo: {} loaded in {} ms", step, (System.nanoTime() - begun) / 1_000_000);
    }
}
