package com.regulars.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.Venue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** A date nobody can mean is refused at every door, because one that is in the book breaks the guest's page for good. */
@RegularsTest
class VisitDateTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    Fixtures fixtures;

    private Venue venue;
    private String customer = "";

    @BeforeEach
    void aGuest() throws Exception {
        venue = fixtures.freshVenue();
        var answer = post("/api/v1/customers", "{\"kind\":\"PERSON\",\"name\":\"张三\"}");
        assertThat(answer).hasStatus(201);
        customer = JsonMapper.shared()
                .readTree(answer.getResponse().getContentAsString())
                .get("id")
                .asString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-999999999-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "0000-01-01T00:00:00Z",
                "1899-12-31T12:00:00+08:00",
                "1900-01-01T03:59:59+08:05:43",
                "2200-01-01T12:00:00+08:00",
                "9999-12-31T12:00:00Z"
            })
    void refusesAVisitOnADayNobodyMeans(String visitedAt) {
        assertThat(visit(visitedAt)).hasStatus(400).bodyText().contains("\"field\":\"visitedAt\"");
        assertThat(web.get().uri("/customers/" + customer).with(Fixtures.as(Role.MANAGER)))
                .hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-02T12:00:00+08:00", "2199-12-31T12:00:00+08:00"})
    void takesTheFirstAndTheLastDayThatCanBeMeant(String visitedAt) {
        assertThat(visit(visitedAt)).hasStatus(201);
        assertThat(web.get().uri("/customers/" + customer).with(Fixtures.as(Role.MANAGER)))
                .hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01", "1899-12-31", "2200-01-01", "9999-12-31", "yesterday", "2026-02-30"})
    void refusesSuchADateInAddressesFormsAndBodies(String date) {
        assertThat(web.get()
                        .uri("/segments?asOf={date}", date)
                        .accept(MediaType.TEXT_HTML)
                        .with(Fixtures.as(Role.MANAGER)))
                .hasRedirectedUrl("/segments"); // without the date, saying so
        assertThat(web.get().uri("/api/v1/segments/summary?asOf={date}", date).with(Fixtures.as(Fixtures.apiClient())))
                .hasStatus(400)
                .bodyText()
                .contains("\"field\":\"asOf\"");
        assertThat(post("/api/v1/segment-runs", "{\"businessDate\":\"%s\"}".formatted(date)))
                .hasStatus(400)
                .bodyText()
                .contains("\"field\":\"businessDate\"");
        assertThat(web.post()
                        .uri("/customers")
                        .param("kind", "PERSON")
                        .param("name", "李四")
                        .param("birthday", date)
                        .with(Fixtures.as(Role.MANAGER))
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .hasStatus4xxClientError();
    }

    @Test
    void readsADateWithBlanksAroundIt() {
        assertThat(web.get()
                        .uri("/segments/customers?asOf={date}", " 2020-01-01 ")
                        .accept(MediaType.TEXT_HTML)
                        .with(Fixtures.as(Role.MANAGER)))
                .hasStatus(404);
    }

    private MvcTestResult visit(String visitedAt) {
        return post("/api/v1/customers/" + customer + "/visits", """
                {"venueCode":"%s","visitedAt":"%s","spendMinor":100}""".formatted(venue.code(), visitedAt));
    }

    private MvcTestResult post(String path, String body) {
        return web.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(Fixtures.as(Fixtures.apiClient()))
                .exchange();
    }
}
