package com.regulars.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.customer.CustomerRegistration;
import com.regulars.customer.RegisterCustomer;
import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@RegularsTest
class VisitPageTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    CustomerRegistration registration;

    @Autowired
    VisitBook book;

    @Autowired
    Fixtures fixtures;

    @ParameterizedTest
    @CsvSource({"zh,全部 2 次,合计 2 次", "en,All 2 visits,Total of 2 visits"})
    void showsVisitsOnTheCardAndInTheirList(Locale language, String all, String total) {
        long id = CurrentActor.asSystem(() -> registration.register(RegisterCustomer.person("到店客", null)))
                .id();
        long venue = fixtures.freshVenue().id();
        book.record(
                new RecordVisit(id, venue, Instant.parse("2026-11-16T12:44:00Z"), 128_600, 6, null, VisitSource.API));
        book.record(
                new RecordVisit(id, venue, Instant.parse("2026-11-02T12:00:00Z"), 32_850, 2, null, VisitSource.API));
        assertThat(web.get().uri("/customers/{id}", id).locale(language).with(Fixtures.as(Role.MANAGER)))
                .hasStatusOk()
                .bodyText()
                .contains("1,286.00", "2026-11-16", all)
                .doesNotContain("??");
        assertThat(web.get().uri("/visits?customerId={id}", id).locale(language).with(Fixtures.as(Role.MANAGER)))
                .hasStatusOk()
                .bodyText()
                .contains("328.50", "¥1,614.50", total)
                .doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void importsAnUploadedFileAndShowsItsResult(Locale language) {
        Actor importer = Fixtures.employee(Role.CUSTOMER_SERVICE);
        var file = new MockMultipartFile(
                "file", "guests.csv", "text/csv", "name,gender,shoe\n甲,Q,41\n".getBytes(StandardCharsets.UTF_8));
        assertThat(web.get().uri("/imports").locale(language).with(Fixtures.as(importer)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("??");
        var started = web.post()
                .multipart()
                .file(file)
                .uri("/imports/customers")
                .with(csrf())
                .with(Fixtures.as(importer))
                .exchange();
        String job = String.valueOf(started.getResponse().getRedirectedUrl());
        assertThat(job).matches("/jobs/\\d+");
        Awaitility.await().until(() -> page(job, importer, language).contains("rejected"));
        assertThat(page(job, importer, language)).contains("guests.csv", "shoe").doesNotContain("??");
        assertThat(web.get().uri("/jobs").locale(language).with(Fixtures.as(importer)))
                .hasStatusOk()
                .bodyText()
                .contains("guests.csv")
                .doesNotContain("??");
        assertThat(page(job + "/rejected", importer, language))
                .startsWith("\uFEFFname,gender,shoe,line,reason")
                .contains("甲,Q,41,2,");
    }

    @Test
    void hidesAJobFromThoseWhoNeitherStartedItNorMaySeeJobs() {
        var file = new MockMultipartFile("file", "a.csv", "text/csv", "name\n".getBytes(StandardCharsets.UTF_8));
        String job = String.valueOf(web.post()
                .multipart()
                .file(file)
                .uri("/imports/customers")
                .with(csrf())
                .with(Fixtures.as(Role.MANAGER))
                .exchange()
                .getResponse()
                .getRedirectedUrl());
        var stranger = new Actor(Actor.Kind.EMPLOYEE, 4711, "别人", Role.CASHIER.permissions(), Set.of());
        assertThat(web.get().uri(job).with(Fixtures.as(stranger))).hasStatus(404);
        assertThat(web.post().uri(job + "/cancellation").with(csrf()).with(Fixtures.as(stranger)))
                .hasStatus(404);
    }

    private String page(String url, Actor actor, Locale language) {
        var result =
                web.get().uri(url).locale(language).with(Fixtures.as(actor)).exchange();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
