package com.regulars.ledger.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.jayway.jsonpath.JsonPath;
import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.card.CardFixtures;
import com.regulars.card.CardSummary;
import com.regulars.coupon.CouponFixtures;
import com.regulars.ledger.SpendOrder;
import com.regulars.shared.time.ScopedClock;
import com.regulars.testing.Fixtures;
import com.regulars.work.JobProgress;
import com.regulars.work.ScheduledWork;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A shop in which every kind of posting happened at least twice, and all of it sealed: what there is to be corrupted. */
@TestComponent
class BooksOfAShop {

    private static final JobProgress QUIET = new JobProgress() {

        @Override
        public long jobId() {
            return 0;
        }

        @Override
        public void expect(long total) {}

        @Override
        public void reached(long done) {}

        @Override
        public void columns(List<String> columns, List<String> ignored) {}

        @Override
        public void add(Batch batch) {}

        @Override
        public void stopIfCancelled() {}
    };

    private final CardFixtures given;
    private final CouponFixtures coupons;
    private final MockMvcTester mvc;
    private final List<ScheduledWork> works;
    private final Seals seals;
    private final Clock clock;
    private final Actor client = Fixtures.apiClient();

    BooksOfAShop(
            CardFixtures given,
            CouponFixtures coupons,
            MockMvcTester mvc,
            List<ScheduledWork> works,
            Seals seals,
            Clock clock) {
        this.given = given;
        this.coupons = coupons;
        this.mvc = mvc;
        this.works = works;
        this.seals = seals;
        this.clock = clock;
    }

    /** The ids that corruptions speak of. */
    record Ids(
            long card,
            long otherCard,
            long bill,
            long cashBill,
            long pointsBill,
            long plainBill,
            long feeCard,
            long couponBill,
            long replaced,
            long shift,
            long refundedTopUp,
            long voidedTopUp) {}

    Ids open() throws UnsupportedEncodingException {
        CardSummary card = given.card(given.combined(SpendOrder.PROPORTIONAL, null));
        CardSummary other = given.cardWith(200_000);
        CardSummary withFee = given.card(given.memberPrice(30_000));
        given.card(given.memberPrice(30_000));
        given.otherVenue();
        given.topUp(card, 100_000);
        given.topUp(card, 200_000);
        long bill = settle(card, "BALANCE", 0, 3_000, "STORED_VALUE", 3_000);
        settle(other, "BALANCE", 0, 3_000, "STORED_VALUE", 3_000);
        long cash = settle(card, "OTHER", 0, 2_400, "CASH", 5_000);
        long points = settle(card, "OTHER", 10, 2_390, "CASH", 2_390);
        long plain = settle(null, "OTHER", 0, 3_000, "BANK_CARD", 3_000);
        settle(null, "OTHER", 0, 3_000, "WECHAT", 3_000);
        long coupon = settleWithCoupon(other);
        settleWithCoupon(other);
        sealAll();
        refund(bill, "\"lines\":[{\"line\":0,\"quantity\":1}],");
        refund(bill, "\"amountMinor\":500,");
        refund(cash, "");
        refund(points, "\"amountMinor\":1000,");
        CardSummary replaced = replacedCard();
        long refundedTopUp = toppedUp(replaced, 200_000);
        post("/top-ups/" + refundedTopUp + "/refunds", "{\"cause\":\"CUSTOMER\",\"tender\":{\"type\":\"CASH\"}}");
        long voidedTopUp = toppedUp(other, 300_000);
        post("/top-ups/" + voidedTopUp + "/voids", "{}");
        endPoints();
        long shift = closedShift();
        sealAll();
        return new Ids(
                card.id(),
                other.id(),
                bill,
                cash,
                points,
                plain,
                withFee.id(),
                coupon,
                replaced.id(),
                shift,
                refundedTopUp,
                voidedTopUp);
    }

    /** A card that was replaced twice, with a refund between and one after. */
    private CardSummary replacedCard() throws UnsupportedEncodingException {
        CardSummary card = given.card(given.combined(SpendOrder.PROPORTIONAL, null));
        given.topUp(card, 100_000);
        long points = settle(card, "OTHER", 0, 2_400, "CASH", 2_400);
        long bill = settle(card, "BALANCE", 0, 3_000, "STORED_VALUE", 3_000);
        String second = JsonPath.read(post("/cards/" + card.number() + "/replacements", venue()), "$.number");
        refund(bill, "\"amountMinor\":1000,");
        post("/cards/" + second + "/replacements", venue());
        refund(points, "\"amountMinor\":1200,");
        return card;
    }

    /** A top-up of the card that holds by now what this one held. */
    private long toppedUp(CardSummary card, long amount) throws UnsupportedEncodingException {
        String number = card.number();
        String successor = successor(number);
        while (successor != null) {
            number = successor;
            successor = successor(number);
        }
        return id(post(
                "/cards/" + number + "/top-ups", """
                {"venueCode":"%s","amountMinor":%d,"tender":{"type":"ALIPAY"}}
                """.formatted(given.venue().code(), amount)));
    }

    private @Nullable String successor(String number) throws UnsupportedEncodingException {
        return JsonPath.read(
                mvc.get()
                        .uri("/api/v1/cards/" + number)
                        .with(Fixtures.as(client))
                        .exchange()
                        .getResponse()
                        .getContentAsString(),
                "$.replacedBy");
    }

    private String venue() {
        return "{\"venueCode\":\"" + given.venue().code() + "\"}";
    }

    /** A shift with a float, a bill, cash in and out, counted 5.00 short and handed over. */
    private long closedShift() throws UnsupportedEncodingException {
        String venue = given.venue().code();
        long shift = id(post("/shifts", "{\"venueCode\":\"%s\",\"till\":\"9\",\"floatMinor\":10000}".formatted(venue)));
        settle(null, "OTHER", 0, 3_000, "CASH", 3_000);
        settle(null, "OTHER", 0, 3_000, "WECHAT", 3_000);
        post("/shifts/" + shift + "/cash-movements", "{\"direction\":\"IN\",\"amountMinor\":2000,\"reason\":\"零钱\"}");
        post("/shifts/" + shift + "/cash-movements", "{\"direction\":\"OUT\",\"amountMinor\":800,\"reason\":\"冰块\"}");
        assertThat(request("/shifts/" + shift + "/close", """
                        {"countedCashMinor":13700,"denominations":[{"valueMinor":10000,"count":1},{"valueMinor":100,"count":37}],
                         "reason":"找零多给","nextCashier":"马婷婷"}""")).hasStatusOk();
        return shift;
    }

    long settle(@Nullable CardSummary card, String payBy, int points, long payable, String tender, long tendered)
            throws UnsupportedEncodingException {
        return id(post("/settlements", """
                {"venueCode":"%s","billNumber":"%s",%s"payBy":"%s","redeemPoints":%d,"expectedPayableMinor":%d,
                 "lines":[{"name":"鱼","quantity":2,"unitPriceMinor":1000},{"name":"茶","quantity":1,"unitPriceMinor":1000}],
                 "tenders":[{"type":"%s","amountMinor":%d}]}
                """.formatted(
                        given.venue().code(),
                        UUID.randomUUID(),
                        card == null ? "" : "\"cardNumber\":\"" + card.number() + "\",",
                        payBy,
                        points,
                        payable,
                        tender,
                        tendered)));
    }

    private long settleWithCoupon(CardSummary card) throws UnsupportedEncodingException {
        String coupon = coupons.give(card.customerId(), coupons.amountOff(500, 0, false));
        return id(post("/settlements", """
                {"venueCode":"%s","billNumber":"%s","cardNumber":"%s","payBy":"BALANCE","expectedPayableMinor":2500,
                 "couponCodes":["%s"],"lines":[{"name":"鱼","quantity":3,"unitPriceMinor":1000}],
                 "tenders":[{"type":"STORED_VALUE","amountMinor":2500}]}
                """.formatted(given.venue().code(), UUID.randomUUID(), card.number(), coupon)));
    }

    long refund(long bill, String what) throws UnsupportedEncodingException {
        return id(post("/settlements/" + bill + "/refunds", "{" + what + "\"reason\":\"退菜\"}"));
    }

    /** Ten years later all points have ended. */
    private void endPoints() {
        ScheduledWork expiry = works.stream()
                .filter(work -> work.kind().equals("points-expiry"))
                .findFirst()
                .orElseThrow();
        ScopedClock.runAt(
                clock.instant().plus(Duration.ofDays(3650)),
                () -> CurrentActor.asSystem(() -> {
                    try {
                        expiry.run("now", QUIET);
                        return null;
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                }));
    }

    void sealAll() {
        while (CardFixtures.asManager(seals::sealSome) > 0) {
            // until everything is sealed
        }
    }

    private String post(String path, String body) throws UnsupportedEncodingException {
        MvcTestResult answer = request(path, body);
        String text = answer.getResponse().getContentAsString();
        assertThat(answer).as(text).hasStatus(201);
        return text;
    }

    private MvcTestResult request(String path, String body) {
        return mvc.post()
                .uri("/api/v1" + path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(csrf())
                .with(Fixtures.as(client))
                .exchange();
    }

    private static long id(String json) {
        return Long.parseLong(JsonPath.read(json, "$.id"));
    }
}
