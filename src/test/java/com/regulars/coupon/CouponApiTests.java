package com.regulars.coupon;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.regulars.access.Actor;
import com.regulars.access.Permission;
import com.regulars.card.CardFixtures;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RegularsTest
@Import({CardFixtures.class, CouponFixtures.class})
class CouponApiTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CardFixtures cards;

    @Autowired
    CouponFixtures coupons;

    Actor client = Fixtures.apiClient();

    @Test
    void aKindIsAnsweredAsItWasPosted() throws Exception {
        String code = newCode();
        MvcTestResult created = post("/api/v1/coupon-templates", """
                {"code":"%s","name":"满百减二成","percentOff":12.5,"capMinor":5000,"minBillMinor":10000,"transferable":true,
                 "days":["MONDAY","SUNDAY"],"fromTime":"22:00","toTime":"02:00","totalLimit":10,"perGuestLimit":2}
                """.formatted(code));
        assertThat(created).hasStatus(201);
        assertThat(created).bodyJson().extractingPath("$.percentOff").isEqualTo(12.5);
        assertThat(created).bodyJson().extractingPath("$.amountOffMinor").isNull();
        assertThat(created).bodyJson().extractingPath("$.days").isEqualTo(List.of("MONDAY", "SUNDAY"));
        assertThat(created).bodyJson().extractingPath("$.venues").isEqualTo(List.of());
        MvcTestResult again = post("/api/v1/coupon-templates", """
                {"code":"%s","name":"x","amountOffMinor":1,"transferable":false}
                """.formatted(code));
        assertThat(again).hasStatus(409);
        assertThat(again).bodyJson().extractingPath("$.code").isEqualTo("COUPON_TEMPLATE_EXISTS");
        assertThat(mvc.get().uri("/api/v1/coupon-templates").with(as(client)))
                .hasStatusOk()
                .bodyText()
                .contains(code);
    }

    /** Scenario C30 among them: one guest cannot be given more than there are. */
    @Test
    void refusesKindsThatMakeNoSense() {
        String good = "{\"code\":\"%s\",\"name\":\"x\",\"transferable\":false".formatted(newCode());
        assertThat(post("/api/v1/coupon-templates", good + "}")).hasStatus(400);
        assertThat(post("/api/v1/coupon-templates", good + ",\"amountOffMinor\":1,\"percentOff\":5}"))
                .hasStatus(400);
        assertThat(post("/api/v1/coupon-templates", good + ",\"amountOffMinor\":0}"))
                .hasStatus(400);
        assertThat(post("/api/v1/coupon-templates", good + ",\"amountOffMinor\":1,\"capMinor\":1}"))
                .hasStatus(400);
        assertThat(post("/api/v1/coupon-templates", good + ",\"percentOff\":101}"))
                .hasStatus(400);
        assertThat(post("/api/v1/coupon-templates", good + ",\"percentOff\":1.234}"))
                .hasStatus(400);
        assertThat(post("/api/v1/coupon-templates", good + ",\"percentOff\":5,\"fromTime\":\"22:00\"}"))
                .hasStatus(400);
        assertThat(post("/api/v1/coupon-templates", good + ",\"percentOff\":5,\"venues\":[\"nowhere\"]}"))
                .hasStatus(404);
        MvcTestResult limits =
                post("/api/v1/coupon-templates", good + ",\"percentOff\":5,\"totalLimit\":2,\"perGuestLimit\":3}");
        assertThat(limits).hasStatus(400);
        assertThat(limits).bodyJson().extractingPath("$.errors[0].field").isEqualTo("perGuestLimit");
    }

    @Test
    void aCouponIsGivenAndShown() throws Exception {
        long guest = cards.cardWith(10_000).customerId();
        MvcTestResult given = issue(guest, coupons.amountOff(5_000, 0, false), "2099-12-31");
        assertThat(given).hasStatus(201);
        String code = JsonPath.read(given.getResponse().getContentAsString(), "$.code");
        MvcTestResult shown = mvc.get()
                .uri("/api/v1/coupons/{code}", code.toLowerCase())
                .with(as(client))
                .exchange();
        assertThat(shown).hasStatusOk();
        assertThat(shown).bodyJson().extractingPath("$.status").isEqualTo("ACTIVE");
        assertThat(shown).bodyJson().extractingPath("$.customerId").isEqualTo(String.valueOf(guest));
        assertThat(shown).bodyJson().extractingPath("$.validUntil").isEqualTo("2099-12-31");
        assertThat(shown).bodyJson().extractingPath("$.usedFor").isNull();
        assertThat(mvc.get().uri("/api/v1/coupons/XXXX").with(as(client))).hasStatus(404);
    }

    @Test
    void refusesGuestsKindsAndDatesThatAreNot() {
        long guest = cards.cardWith(10_000).customerId();
        String kind = coupons.amountOff(5_000, 0, false);
        assertThat(issue(guest, "nothing", "2099-12-31")).hasStatus(404);
        assertThat(issue(99_999_999, kind, "2099-12-31")).hasStatus(404);
        assertThat(issue(guest, kind, "2200-01-01")).hasStatus(400);
        assertThat(issue(guest, kind, "1899-12-31")).hasStatus(400);
        assertThat(issue(guest, kind, "1900-01-01")).hasStatus(201);
        client = new Actor(Actor.Kind.API_CLIENT, client.id(), "收银", Set.of(Permission.BILL_SETTLE), Set.of());
        assertThat(issue(guest, kind, "2099-12-31")).hasStatus(403);
    }

    @Test
    void limitsAreKeptWhoeverElseGivesOutTheSame() throws Exception {
        CouponTerms terms = CouponTerms.simple(100L, null, null, 0, false);
        String kind = coupons.kind(terms, 5L, null);
        long guest = cards.cardWith(10_000).customerId();
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(20)) {
            var running = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit((Callable<Integer>) () -> {
                        start.await();
                        return issue(guest, kind, "2099-12-31").getResponse().getStatus();
                    }))
                    .toList();
            start.countDown();
            int given = 0;
            for (var one : running) {
                given += one.get() == 201 ? 1 : 0;
            }
            assertThat(given).isEqualTo(5);
        }
        MvcTestResult more = issue(guest, kind, "2099-12-31");
        assertThat(more).hasStatus(422);
        assertThat(more).bodyJson().extractingPath("$.code").isEqualTo("COUPONS_GONE");
        String onePerGuest = coupons.kind(terms, null, 1);
        assertThat(issue(guest, onePerGuest, "2099-12-31")).hasStatus(201);
        assertThat(issue(guest, onePerGuest, "2099-12-31"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("COUPON_LIMIT_OF_GUEST");
    }

    private MvcTestResult issue(long guest, String kind, String until) {
        return post(
                "/api/v1/coupons",
                "{\"customerId\":\"%d\",\"templateCode\":\"%s\",\"validUntil\":\"%s\"}".formatted(guest, kind, until));
    }

    private MvcTestResult post(String path, String body) {
        return mvc.post()
                .uri(path)
                .with(as(client))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String newCode() {
        return "t" + UUID.randomUUID().toString().substring(0, 12);
    }
}
