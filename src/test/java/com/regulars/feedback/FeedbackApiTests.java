package com.regulars.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.access.Actor;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.Venue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RegularsTest
class FeedbackApiTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    Fixtures fixtures;

    Actor client;
    Venue venue;

    @BeforeEach
    void openVenue() {
        client = Fixtures.apiClient();
        venue = fixtures.freshVenue();
    }

    @Test
    void takesATicketAndShowsIt() throws Exception {
        var taken = post("""
                {"venueCode":"%s","source":"LETTER_OR_CALL","category":"SUGGESTION","product":"儿童菜单",
                 "text":"儿童菜单可以再丰富些","severity":"LOW"}""".formatted(venue.code()));
        assertThat(taken).hasStatus(201).bodyJson().extractingPath("$.status").isEqualTo("NEW");
        assertThat(taken).bodyJson().extractingPath("$.number").asString().startsWith("TK-");
        String body = taken.getResponse().getContentAsString();
        String id = com.jayway.jsonpath.JsonPath.read(body, "$.id");

        assertThat(web.get().uri("/api/v1/feedback-tickets/{id}", id).with(Fixtures.as(client)))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(body);
    }

    @Test
    void answersEveryFieldAlsoWhenItIsUnknown() {
        assertThat(post(praise("\"text\":\"很好\""))).hasStatus(201).bodyJson().satisfies(json -> {
            assertThat(json).extractingPath("$.customerId").isNull();
            assertThat(json).extractingPath("$.product").isNull();
            assertThat(json).extractingPath("$.severity").isEqualTo("NORMAL");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"text\":\"\"",
                "\"text\":null",
                "\"product\":\"茶\"",
                "\"text\":\"好\",\"severity\":\"TERRIBLE\"",
                "\"text\":\"好\",\"product\":7",
                "\"text\":\"好\",\"mood\":\"angry\""
            })
    void refusesWhatItCannotRead(String fields) {
        assertThat(post(praise(fields))).hasStatus(400);
    }

    @Test
    void takesFourThousandCharactersAndNoMore() {
        assertThat(post(praise("\"text\":\"" + "好".repeat(4000) + "\""))).hasStatus(201);
        assertThat(post(praise("\"text\":\"" + "好".repeat(4001) + "\""))).hasStatus(400);
    }

    @Test
    void knowsNeitherForeignVenuesNorCustomersThatAreNotThere() {
        var elsewhere = new Actor(
                client.kind(),
                client.id(),
                client.name(),
                client.permissions(),
                java.util.Set.of(fixtures.freshVenue().id()));
        assertThat(web.post()
                        .uri("/api/v1/feedback-tickets")
                        .with(Fixtures.as(elsewhere))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(praise("\"text\":\"好\"")))
                .hasStatus(404);
        assertThat(post(praise("\"text\":\"好\",\"customerId\":\"999999999\""))).hasStatus(404);
        assertThat(post(praise("\"text\":\"好\",\"customerId\":\"nobody\""))).hasStatus(404);
        assertThat(web.get().uri("/api/v1/feedback-tickets/0").with(Fixtures.as(client)))
                .hasStatus(404);
    }

    private String praise(String fields) {
        return "{\"venueCode\":\"%s\",\"source\":\"CUSTOMER_CAME\",\"category\":\"PRAISE\",%s}"
                .formatted(venue.code(), fields);
    }

    private MvcTestResult post(String body) {
        return web.post()
                .uri("/api/v1/feedback-tickets")
                .with(Fixtures.as(client))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
