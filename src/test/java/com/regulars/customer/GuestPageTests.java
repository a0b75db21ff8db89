package com.regulars.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.contact.Channel;
import com.regulars.contact.ContactLog;
import com.regulars.contact.Direction;
import com.regulars.contact.LogContact;
import com.regulars.customer.page.GuestPageContribution;
import com.regulars.customer.page.GuestPageParts;
import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.testing.StatementCount;
import com.regulars.visit.RecordVisit;
import com.regulars.visit.VisitBook;
import com.regulars.visit.VisitSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the page of a guest costs at the database. */
@RegularsTest
class GuestPageTests {

    private static final Actor EVERYTHING = Fixtures.employee(Role.values());

    /** Budget: 15 for the head and the first panel, 5 for each further one; this is what all of them need together. */
    private static final int WHOLE_PAGE = 14;

    private static final int EACH_MODULE = 5;

    @Autowired
    MockMvcTester web;

    @Autowired
    CustomerRegistration registration;

    @Autowired
    CustomerEditing editing;

    @Autowired
    GuestQueries guests;

    @Autowired
    CustomerRatings ratings;

    @Autowired
    VisitBook visits;

    @Autowired
    ContactLog contacts;

    @Autowired
    List<GuestPageContribution> contributions;

    @Autowired
    Fixtures fixtures;

    long id;

    @BeforeEach
    void registerRegular() {
        CurrentActor.as(EVERYTHING, () -> {
            id = registration
                    .register(RegisterCustomer.person("张建国", CustomerModuleTests.freshPhone()))
                    .id();
            for (int day = 1; day <= 9; day++) {
                long venue = fixtures.freshVenue().id();
                visits.record(new RecordVisit(
                        id,
                        venue,
                        Instant.parse("2026-11-0" + day + "T11:30:00Z"),
                        32_850,
                        day,
                        null,
                        VisitSource.API));
                contacts.log(
                        LogContact.line(id, Channel.CALL, Direction.IN, Instant.parse("2026-11-01T10:00:00Z"), "订包间"));
            }
            var guest = guests.get(id);
            editing.edit(
                    new EditCustomer(id, guest.version(), guest.profile().with("dietary", "花生"), null, List.of("老客")));
            return id;
        });
        ratings.apply(List.of(new RatingChange(id, "B", "RATED", LocalDate.of(2026, 11, 3), "A")));
    }

    @Test
    void theWholePageKeepsWithinItsStatements() {
        open();
        assertThat(StatementCount.during(this::open))
                .filteredOn(sql -> !sql.contains("SPRING_SESSION"))
                .hasSizeLessThanOrEqualTo(WHOLE_PAGE);
    }

    /** A visit that is a bill is told by the bill, with a link to it. */
    @Test
    void aBillStandsOnceInTheTimeline() {
        var contribution = contributions.stream()
                .filter(one -> one.getClass().getSimpleName().startsWith("VisitContribution"))
                .findFirst()
                .orElseThrow();
        CurrentActor.as(EVERYTHING, () -> {
            visits.record(new RecordVisit(
                    id,
                    fixtures.freshVenue().id(),
                    Instant.parse("2026-11-12T11:30:00Z"),
                    77_777,
                    1,
                    null,
                    VisitSource.SETTLEMENT));
            var page = new GuestPageParts(EVERYTHING);
            contribution.contribute(guests.get(id), page);
            assertThat(page.timeline())
                    .hasSize(9)
                    .noneMatch(entry -> entry.text().contains("777.77"));
            return id;
        });
    }

    @Test
    void noModuleAsksMoreThanAFewTimesForItsParts() {
        var guest = guests.get(id);
        CurrentActor.as(EVERYTHING, () -> {
            for (var contribution : contributions) {
                var page = new GuestPageParts(EVERYTHING);
                assertThat(StatementCount.during(() -> contribution.contribute(guest, page)))
                        .as(contribution.getClass().getSimpleName())
                        .hasSizeLessThanOrEqualTo(EACH_MODULE);
            }
            return id;
        });
    }

    @Test
    void readsItsGuestOnce() {
        assertThat(StatementCount.during(this::open))
                .filteredOn(sql -> sql.contains("from customer c"))
                .hasSize(1);
    }

    private void open() {
        assertThat(web.get().uri("/customers/{id}", id).locale(Locale.CHINESE).with(Fixtures.as(Role.values())))
                .hasStatusOk()
                .bodyText()
                .contains("张建国", "花生", "订包间")
                .doesNotContain("??");
    }
}
