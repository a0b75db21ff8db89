package com.regulars.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.customer.CustomerRegistration;
import com.regulars.customer.RegisterCustomer;
import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import com.regulars.visit.RecordVisit;
import com.regulars.visit.VisitBook;
import com.regulars.visit.VisitSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who came once, three weeks ago, and not again. */
@RegularsTest
class FirstTimersTests {

    @Autowired
    FirstTimers firstTimers;

    @Autowired
    CustomerRegistration registration;

    @Autowired
    VisitBook book;

    @Autowired
    Venues venues;

    @Autowired
    Fixtures fixtures;

    @Autowired
    MockMvcTester web;

    @Test
    void guestsAreDueThreeWeeksAfterAFirstVisitThatStayedTheOnlyOne() {
        Venue own = fixtures.freshVenue();
        Venue other = fixtures.freshVenue();
        guest("昨天才来", own, 1);
        guest("还早", own, 20);
        guest("早就不是新客", own, 91);
        guest("别店的", other, 22);
        visit(guest("又来过", own, 30), own, 5);
        visit(guest("在别店又来过", own, 30), other, 5);
        visit(guest("老客", own, 30), own, 400);
        guest("三周", own, 21);
        guest("久一点", own, 60);

        assertThat(due(managerOf(own))).extracting(FirstTimers.FirstTimer::name).containsExactly("三周", "久一点");
        assertThat(due(managerOf(own))).first().satisfies(guest -> {
            assertThat(guest.daysAgo()).isEqualTo(21);
            assertThat(guest.spendMinor()).isEqualTo(12_300);
        });
    }

    @ParameterizedTest
    @CsvSource({"zh,该请回来的新客,21 天", "en,First-timers due back,21 days"})
    void theHomePageOfAManagerNamesThem(Locale language, String title, String days) {
        Venue own = fixtures.freshVenue();
        long guest = guest("范思齐", own, 21);
        assertThat(web.get().uri("/").locale(language).with(Fixtures.as(managerOf(own))))
                .hasStatusOk()
                .bodyText()
                .contains(title, days, "/customers/" + guest, "123.00")
                .doesNotContain("??");
        assertThat(web.get().uri("/").locale(language).with(Fixtures.as(Role.CASHIER)))
                .bodyText()
                .doesNotContain(title);
    }

    private List<FirstTimers.FirstTimer> due(Actor manager) {
        return CurrentActor.as(manager, () -> firstTimers.due(10));
    }

    private long guest(String name, Venue venue, int daysAgo) {
        long id = CurrentActor.asSystem(
                () -> registration.register(RegisterCustomer.person(name, null)).id());
        visit(id, venue, daysAgo);
        return id;
    }

    private void visit(long guest, Venue venue, int daysAgo) {
        var at = venues.lastClosedBusinessDate()
                .plusDays(1)
                .minusDays(daysAgo)
                .atTime(12, 30)
                .atZone(venue.zone());
        CurrentActor.asSystem(() -> book.record(new RecordVisit(
                guest, venue.id(), at.toInstant(), 12_300, 2, UUID.randomUUID().toString(), VisitSource.API)));
    }

    private static Actor managerOf(Venue venue) {
        return new Actor(
                Actor.Kind.EMPLOYEE, 0, "店长", Fixtures.employee(Role.MANAGER).permissions(), Set.of(venue.id()));
    }
}
