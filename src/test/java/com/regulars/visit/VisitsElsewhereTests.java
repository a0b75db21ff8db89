package com.regulars.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.customer.CustomerRegistration;
import com.regulars.customer.RegisterCustomer;
import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.Venue;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a venue sees of a guest who also goes to another one. */
@RegularsTest
class VisitsElsewhereTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    CustomerRegistration registration;

    @Autowired
    VisitBook book;

    private Venue own;
    private Venue other;
    private long customer;

    @BeforeEach
    void visitBoth() {
        own = fixtures.freshVenue();
        other = fixtures.freshVenue();
        customer = CurrentActor.asSystem(() -> {
            long id =
                    registration.register(RegisterCustomer.person("罗念慈", null)).id();
            record(id, own, 11_100);
            record(id, other, 22_200);
            record(id, other, 33_300);
            return id;
        });
    }

    @Test
    void showsTheRowsOfTheOwnVenueAndTheTotalsOfAll() {
        for (String page : new String[] {"/visits?customerId=" + customer, "/customers/" + customer}) {
            assertThat(mvc.get().uri(page).with(Fixtures.as(managerOf(own))).exchange())
                    .bodyText()
                    .as(page)
                    .contains("111.00", "另有 2 次在其他门店")
                    .doesNotContain("222.00", "333.00", other.name());
        }
        assertThat(mvc.get()
                        .uri("/visits?customerId=" + customer)
                        .with(Fixtures.as(managerOf(own)))
                        .exchange())
                .bodyText()
                .contains("666.00", "3 次");
    }

    @Test
    void showsEverythingToWhoWorksEverywhere() {
        assertThat(mvc.get()
                        .uri("/visits?customerId=" + customer)
                        .with(Fixtures.as(Role.MANAGER))
                        .exchange())
                .bodyText()
                .contains("111.00", "222.00", "333.00")
                .doesNotContain("其他门店");
    }

    private void record(long id, Venue venue, long spendMinor) {
        book.record(new RecordVisit(
                id,
                venue.id(),
                Instant.parse("2026-11-20T04:00:00Z"),
                spendMinor,
                2,
                UUID.randomUUID().toString(),
                VisitSource.API));
    }

    private static Actor managerOf(Venue venue) {
        return new Actor(
                Actor.Kind.EMPLOYEE, 0, "店长", Fixtures.employee(Role.MANAGER).permissions(), Set.of(venue.id()));
    }
}
