package com.regulars.settlement;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.access.Actor;
import com.regulars.shared.time.ScopedClock;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.Venue;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything a bill leaves behind is dated by the business day of its venue, also where the clock is changed. */
@RegularsTest
class BusinessDayOfBillsTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    private final Actor till = Fixtures.apiClient();

    @ParameterizedTest
    @CsvSource({
        "04:00,2026-03-29T01:59:59Z,2026-03-28",
        "04:00,2026-03-29T02:00:00Z,2026-03-29",
        "02:30,2026-10-25T00:29:59Z,2026-10-24",
        "02:30,2026-10-25T01:10:00Z,2026-10-25"
    })
    void billVisitAndPostingBearTheDayOfTheVenue(LocalTime dayEnd, Instant at, LocalDate day) {
        Venue venue = fixtures.freshVenue(BERLIN, dayEnd);
        String guest = post("/customers", "{\"kind\":\"PERSON\",\"name\":\"Gast\"}", 201)
                .get("id")
                .asString();
        ScopedClock.runAt(at, () -> {
            JsonNode bill = settle(venue, guest);
            assertThat(bill.get("businessDate").asString()).isEqualTo(day.toString());
            assertThat(date("select business_date from settlement where id = ?", bill.get("id")))
                    .isEqualTo(day);
            assertThat(date("select business_date from visit where customer_id = ?", guest))
                    .isEqualTo(day);
            assertThat(date("select max(business_date) from ledger_posting where venue_id = ?", venue.id()))
                    .isEqualTo(day);
        });
    }

    /** The first look at the clock falls before the end of the day, every later one after it. */
    @Test
    void aBillAtTheEndOfTheDayBelongsToOneDay() {
        Venue venue = fixtures.freshVenue(BERLIN, LocalTime.of(4, 0));
        String guest = post("/customers", "{\"kind\":\"PERSON\",\"name\":\"Gast\"}", 201)
                .get("id")
                .asString();
        ScopedClock.runAt(Instant.parse("2026-06-11T01:00:00Z"), () -> settle(venue, guest, "a")); // opens the shift
        ScopedClock.runBy(new Ticking(Instant.parse("2026-06-12T01:59:59Z")), () -> {
            JsonNode bill = settle(venue, guest, "b");
            LocalDate day = LocalDate.parse(bill.get("businessDate").asString());
            assertThat(date("select max(business_date) from visit where customer_id = ?", guest))
                    .isEqualTo(day);
            assertThat(date("select max(business_date) from ledger_posting where venue_id = ?", venue.id()))
                    .isEqualTo(day);
        });
    }

    /** A clock on which every look takes half a second. */
    private static final class Ticking extends Clock {

        private Instant next;

        Ticking(Instant first) {
            this.next = first;
        }

        @Override
        public Instant instant() {
            Instant now = next;
            next = now.plusMillis(500);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private JsonNode settle(Venue venue, String guest) {
        return settle(venue, guest, "b");
    }

    private JsonNode settle(Venue venue, String guest, String number) {
        return post("/settlements", """
                {"venueCode":"%s","billNumber":"%s","customerId":"%s","payBy":"OTHER","expectedPayableMinor":600,
                 "lines":[{"name":"Tee","quantity":1,"unitPriceMinor":600}],
                 "tenders":[{"type":"CASH","amountMinor":600}]}
                """.formatted(venue.code(), number, guest), 201);
    }

    private JsonNode post(String path, String body, int status) {
        var answer = mvc.post()
                .uri("/api/v1" + path)
                .with(as(till))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
        assertThat(answer).hasStatus(status);
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    private LocalDate date(String sql, Object id) {
        long number = Long.parseLong(id instanceof JsonNode node ? node.asString() : id.toString());
        return jdbc.sql(sql).param(number).query(LocalDate.class).single();
    }
}
