package com.regulars.api;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.access.Actor;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.Venue;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is no character, or shows nothing and ends lines, is in no text of the API. */
@RegularsTest
class TextsOfTheApiTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    private final Actor client = Fixtures.apiClient();
    private Venue venue;

    @BeforeEach
    void newVenue() {
        venue = fixtures.freshVenue();
    }

    /** As JSON writes them: halves of a pair, the wrong way round, NUL, bell, line ends, delete, next line. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\ud800",
                "\\udc00",
                "x\\udc00\\ud800",
                "\\u0000",
                "\\u0007",
                "\\n",
                "\\r",
                "\\t",
                "\\u007f",
                "\\u0085"
            })
    void areRefusedInEveryField(String odd) {
        refuses("/quotes", """
                {"venueCode":"%s","lines":[{"name":"鱼%s","quantity":1,"unitPriceMinor":1}],"payBy":"OTHER"}
                """.formatted(venue.code(), odd), "lines[0].name");
        refuses("/settlements", """
                {"venueCode":"%s","lines":[],"billNumber":"B%s","expectedPayableMinor":0,"tenders":[]}
                """.formatted(venue.code(), odd), "billNumber");
        refuses("/customers", """
                {"kind":"PERSON","name":"王","tags":["a","b%s"]}
                """.formatted(odd), "tags[1]");
        refuses("/settlements/1/refunds", "{\"reason\":\"退%s\"}".formatted(odd), "reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\r\\n", "\\t"})
    void whatAGuestWritesMayHaveSeveralLines(String between) {
        assertThat(ticket("鱼太咸" + between + "等了很久")).hasStatus(201);
        assertThat(ticket("鱼太咸" + between + "\\u0000")).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"𠮷野家", "\\ud842\\udfb7", "😀", "a\\u0301", "\\u200d"})
    void everyCharacterIsWelcome(String name) {
        assertThat(post("/quotes", """
                {"venueCode":"%s","lines":[{"name":"%s","quantity":1,"unitPriceMinor":1}],"payBy":"OTHER"}
                """.formatted(venue.code(), name))).hasStatusOk();
    }

    private MvcTestResult ticket(String text) {
        return post("/feedback-tickets", """
                {"venueCode":"%s","source":"OTHER","category":"OTHER","text":"%s"}
                """.formatted(venue.code(), text));
    }

    private void refuses(String path, String body, String field) {
        MvcTestResult result = post(path, body);
        assertThat(result).hasStatus(400);
        assertThat(result).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
        assertThat(result).bodyJson().extractingPath("$.errors[0].code").isEqualTo("characters");
    }

    private MvcTestResult post(String path, String body) {
        return mvc.post()
                .uri("/api/v1" + path)
                .with(as(client))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
