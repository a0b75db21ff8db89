package com.regulars.settlement;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.regulars.access.Actor;
import com.regulars.card.CardSummary;
import com.regulars.testing.Fixtures;
import java.io.UnsupportedEncodingException;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A till as other systems have it: it quotes, settles and refunds through the API, as a client of its own. */
@TestComponent
public class Tills {

    private final MockMvcTester mvc;
    private final Actor client = Fixtures.apiClient();

    Tills(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    /** A bill of one dish under a fresh number; the rest of the body is the caller's. */
    public static String bill(String venueCode, long priceMinor, String rest) {
        return """
                {"venueCode":"%s","billNumber":"%s","lines":[{"name":"菜","quantity":1,"unitPriceMinor":%d}],%s}
                """.formatted(venueCode, UUID.randomUUID(), priceMinor, rest);
    }

    /** A bill of one dish that is paid in cash with a card shown. */
    public static String cashBill(String venueCode, CardSummary card, long priceMinor) {
        return bill(venueCode, priceMinor, """
                "cardNumber":"%s","payBy":"OTHER","expectedPayableMinor":%d,"tenders":[{"type":"CASH","amountMinor":%d}]
                """.formatted(card.number(), priceMinor, priceMinor));
    }

    public MvcTestResult quote(String body) {
        return mvc.post()
                .uri("/api/v1/quotes")
                .with(as(client))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    public MvcTestResult settle(String body) {
        return post("/settlements", body);
    }

    public MvcTestResult refund(String settlementId, String body) {
        return post("/settlements/" + settlementId + "/refunds", body);
    }

    /** Settles a bill that must pass; the id it got. */
    public String settled(String body) {
        MvcTestResult result = settle(body);
        assertThat(result).hasStatus(201);
        return read(result, "$.id");
    }

    public MvcTestResult post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public MvcTestResult post(String path, String body, String key) {
        return mvc.post()
                .uri("/api/v1" + path)
                .with(as(client))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    public MvcTestResult withoutKey(String path, String body) {
        return mvc.post()
                .uri("/api/v1" + path)
                .with(as(client))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    public MvcTestResult get(String path) {
        return mvc.get().uri("/api/v1" + path).with(as(client)).exchange();
    }

    public static void assertRefused(MvcTestResult result, String code) {
        assertThat(result).hasStatus(422);
        assertThat(result).bodyJson().extractingPath("$.code").isEqualTo(code);
    }

    public static long number(MvcTestResult result, String path) {
        return Tills.<Number>read(result, path).longValue();
    }

    public static <T> T read(MvcTestResult result, String path) {
        try {
            return JsonPath.read(result.getResponse().getContentAsString(), path);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
