package com.regulars.settlement;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.access.Actor;
import com.regulars.card.CardFixtures;
import com.regulars.card.CardSummary;
import com.regulars.testing.Fixtures;
import com.regulars.venue.Venue;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A till with shifts, as another system has it: every call by the API, as one client in one venue. */
@TestComponent
public class ShiftTills {

    private final MockMvcTester mvc;
    private final CardFixtures cards;
    private final Actor client = Fixtures.apiClient();

    ShiftTills(MockMvcTester mvc, CardFixtures cards) {
        this.mvc = mvc;
        this.cards = cards;
    }

    public Actor client() {
        return client;
    }

    public Venue newVenue() {
        return cards.otherVenue();
    }

    public MvcTestResult open(Venue venue, String till, long floatMinor) {
        return post("/shifts", """
                {"venueCode":"%s","till":"%s","floatMinor":%d}""".formatted(venue.code(), till, floatMinor));
    }

    /** A shift at a new till. */
    public String opened(Venue venue, long floatMinor) {
        return id(open(venue, "k" + UUID.randomUUID().toString().substring(0, 8), floatMinor), 201);
    }

    /** A bill of one dish; its id. */
    public String bill(Venue venue, String shift, long minor, String tenders) {
        return id(bill(venue, shift, minor, minor, "\"payBy\":\"OTHER\",", tenders), 201);
    }

    public MvcTestResult bill(Venue venue, String shift, long listMinor, long payable, String card, String tenders) {
        return post("/settlements", """
                {"venueCode":"%s","billNumber":"%s","shiftId":"%s",%s"expectedPayableMinor":%d,
                 "lines":[{"name":"菜","quantity":1,"unitPriceMinor":%d}],"tenders":[%s]}
                """.formatted(
                        venue.code(), UUID.randomUUID(), shift, card, payable, listMinor, tenders));
    }

    public static String tender(String type, long minor) {
        return "{\"type\":\"%s\",\"amountMinor\":%d}".formatted(type, minor);
    }

    public String refund(String bill, String shift, long minor) {
        return id(
                post(
                        "/settlements/" + bill + "/refunds",
                        "{\"amountMinor\":%d,\"reason\":\"退菜\",\"shiftId\":\"%s\"}".formatted(minor, shift)),
                201);
    }

    public String topUp(Venue venue, CardSummary card, String shift, long minor, String tender) {
        return id(post("/cards/" + card.number() + "/top-ups", """
                        {"venueCode":"%s","amountMinor":%d,"tender":{"type":"%s"},"shiftId":"%s"}
                        """.formatted(venue.code(), minor, tender, shift)), 201);
    }

    public void fee(Venue venue, String shift, long feeMinor, String tender) {
        assertThat(post("/cards", """
                        {"customerId":"%d","programmeCode":"%s","venueCode":"%s","feeTender":{"type":"%s"},"shiftId":"%s"}
                        """.formatted(
                                cards.customer(), cards.memberPrice(feeMinor).code(), venue.code(), tender, shift)))
                .hasStatus(201);
    }

    public void cash(String shift, String direction, long minor) {
        assertThat(post("/shifts/" + shift + "/cash-movements", """
                        {"direction":"%s","amountMinor":%d,"reason":"领零钱"}""".formatted(direction, minor)))
                .hasStatus(201);
    }

    public MvcTestResult close(String shift, String body) {
        return post("/shifts/" + shift + "/close", body);
    }

    public MvcTestResult closed(String shift, long countedMinor) {
        MvcTestResult result = close(shift, "{\"countedCashMinor\":" + countedMinor + "}");
        assertThat(result).hasStatusOk();
        return result;
    }

    public MvcTestResult report(String shift) {
        MvcTestResult result = get("/shifts/" + shift + "/report");
        assertThat(result).hasStatusOk();
        return result;
    }

    public MvcTestResult get(String path) {
        return mvc.get().uri("/api/v1" + path).with(as(client)).exchange();
    }

    public MvcTestResult post(String path, String body) {
        return post(path, body, client);
    }

    public MvcTestResult post(String path, String body, String key) {
        return post(path, body, client, key);
    }

    public MvcTestResult post(String path, String body, Actor actor) {
        return post(path, body, actor, UUID.randomUUID().toString());
    }

    private MvcTestResult post(String path, String body, Actor actor, String key) {
        return mvc.post()
                .uri("/api/v1" + path)
                .with(as(actor))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String id(MvcTestResult result, int status) {
        assertThat(result).hasStatus(status);
        return Tills.read(result, "$.id");
    }
}
