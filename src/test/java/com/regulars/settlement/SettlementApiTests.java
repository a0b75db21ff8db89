package com.regulars.settlement;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.card.CardFixtures;
import com.regulars.card.CardSummary;
import com.regulars.card.Cards;
import com.regulars.card.programme.PointsTerms;
import com.regulars.card.programme.ProgrammeSummary;
import com.regulars.card.programme.ProgrammeTerms.MemberPrice;
import com.regulars.card.programme.ProgrammeTerms.Points;
import com.regulars.ledger.SpendOrder;
import com.regulars.menu.MenuEditing;
import com.regulars.menu.SaveDish;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.Venue;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RegularsTest
@Import(CardFixtures.class)
class SettlementApiTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CardFixtures cards;

    @Autowired
    Cards cardsOf;

    @Autowired
    MenuEditing menu;

    @Autowired
    JdbcClient jdbc;

    Actor client;
    Venue venue;

    @BeforeEach
    void newClientAndVenue() {
        client = Fixtures.apiClient();
        venue = cards.otherVenue();
    }

    @Test
    void billOf500FromTheBalanceTakes500AndInCash400() {
        CardSummary card = cards.cardWith(1_000_000);
        String balance = """
                {%s, "lines":[%s], "cardNumber":"%s", "payBy":"BALANCE", "billNumber":"%s",
                 "expectedPayableMinor":50000, "tenders":[{"type":"STORED_VALUE","amountMinor":50000}]}
                """.formatted(venueCode(), line(50_000), card.number(), newNumber());
        MvcTestResult paid = settle(balance);
        assertThat(paid).hasStatus(201);
        assertThat(paid)
                .bodyJson()
                .extractingPath("$.tenders[0].balanceBeforeMinor")
                .isEqualTo(1_200_000);
        assertThat(paid)
                .bodyJson()
                .extractingPath("$.tenders[0].balanceAfterMinor")
                .isEqualTo(1_150_000);
        assertThat(paid).bodyJson().extractingPath("$.quote.discountMinor").isEqualTo(0);

        MvcTestResult cash = settle(bill(card, 50_000, 40_000, "CASH", 40_000));
        assertThat(cash).hasStatus(201);
        assertThat(cash).bodyJson().extractingPath("$.quote.discountMinor").isEqualTo(10_000);
        assertThat(cash).bodyJson().extractingPath("$.tenders[0].changeMinor").isEqualTo(0);
    }

    @Test
    void pointsExampleOfTheDocumentsGoesThereAndBack() {
        CardSummary card = pointsCardWith(150);
        String body = """
                {%s, "lines":[%s], "cardNumber":"%s", "payBy":"OTHER", "redeemPoints":150, "billNumber":"%s",
                 "expectedPayableMinor":7000, "tenders":[{"type":"CASH","amountMinor":7000}]}
                """.formatted(venueCode(), line(7_150), card.number(), newNumber());
        MvcTestResult paid = settle(body);
        assertThat(paid).hasStatus(201);
        assertThat(paid).bodyJson().extractingPath("$.pointsEarned").isEqualTo(70);
        assertThat(paid).bodyJson().extractingPath("$.pointsRedeemed").isEqualTo(150);
        assertThat(points(card)).isEqualTo(70);

        MvcTestResult refund = refund(id(paid), "{\"reason\":\"退菜\"}");
        assertThat(refund).hasStatus(201);
        assertThat(refund).bodyJson().extractingPath("$.refundMinor").isEqualTo(7_000);
        assertThat(refund).bodyJson().extractingPath("$.pointsReturned").isEqualTo(150);
        assertThat(refund).bodyJson().extractingPath("$.pointsClawedBack").isEqualTo(70);
        assertThat(points(card)).isEqualTo(150);
    }

    @Test
    void quoteSharesHundredPointsOverTwoLinesAs57And43() {
        CardSummary card = pointsCardWith(100);
        MvcTestResult quote = quote("""
                {%s, "lines":[%s,%s], "cardNumber":"%s", "payBy":"OTHER", "redeemPoints":100}
                """.formatted(venueCode(), line(200), line(150), card.number()));
        assertThat(quote).hasStatusOk();
        assertThat(quote).bodyJson().extractingPath("$.lines[0].shares.points").isEqualTo(57);
        assertThat(quote).bodyJson().extractingPath("$.lines[1].shares.points").isEqualTo(43);
        assertThat(quote).bodyJson().extractingPath("$.payableMinor").isEqualTo(250);
    }

    @Test
    void quoteExplainsEveryStepInTheCallersLanguage() {
        String body = "{%s, \"lines\":[%s], \"payBy\":\"OTHER\"}".formatted(venueCode(), line(100));
        MvcTestResult chinese = quote(body);
        assertThat(chinese).bodyJson().extractingPath("$.steps[2].text").isEqualTo("没有出示会员卡");
        MvcTestResult english = mvc.post()
                .uri("/api/v1/quotes")
                .with(as(client))
                .header("Accept-Language", "en")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
        assertThat(english).bodyJson().extractingPath("$.steps[2].text").isEqualTo("no card shown");
        assertThat(english).bodyJson().extractingPath("$.steps[2].rule").isEqualTo("DISCOUNT");
        assertThat(english).bodyJson().extractingPath("$.steps.length()").isEqualTo(8);
    }

    @Test
    void dishOfTheMenuCostsAMember78AndNobodyElse() {
        String code = dish(8_800, 7_800L);
        String line = "{\"item\":\"%s\",\"name\":\"水煮鱼\",\"quantity\":1,\"unitPriceMinor\":1}".formatted(code);
        CardSummary member = cards.card(cards.programme(null, null, null, new MemberPrice(30_000, 12)));
        assertThat(quote("{%s,\"lines\":[%s],\"cardNumber\":\"%s\",\"payBy\":\"OTHER\"}"
                        .formatted(venueCode(), line, member.number())))
                .bodyJson()
                .extractingPath("$.payableMinor")
                .isEqualTo(7_800);
        CardSummary other = cards.cardWith(100_000);
        assertThat(quote("{%s,\"lines\":[%s],\"cardNumber\":\"%s\",\"payBy\":\"BALANCE\"}"
                        .formatted(venueCode(), line, other.number())))
                .bodyJson()
                .extractingPath("$.payableMinor")
                .isEqualTo(8_800);
        assertThat(quote("{%s,\"lines\":[%s],\"payBy\":\"OTHER\"}".formatted(venueCode(), line)))
                .bodyJson()
                .extractingPath("$.payableMinor")
                .isEqualTo(8_800);
    }

    @Test
    void guestFoundWithoutACardGetsTheDiscountOfTheOnlyCard() {
        CardSummary card = cards.cardWith(100_000);
        assertThat(quote("{%s,\"lines\":[%s],\"customerId\":\"%d\",\"payBy\":\"OTHER\"}"
                        .formatted(venueCode(), line(1_000), card.customerId())))
                .bodyJson()
                .extractingPath("$.payableMinor")
                .isEqualTo(800);
    }

    /** Of 10.00 the balance pays 3.33; the other 6.67 are 20 % off, which is 1.33. */
    @Test
    void mixedPaymentIsDiscountedForItsOtherPartAndRefundedProRata() {
        CardSummary card = cards.cardWith(100_000);
        String bill = """
                {%s, "lines":[%s], "cardNumber":"%s", "payBy":"OTHER",""".formatted(venueCode(), line(1_000), card.number());
        MvcTestResult quoted = quote(bill + "\"storedValueMinor\":333}");
        assertThat(quoted).bodyJson().extractingPath("$.payableMinor").isEqualTo(867);
        assertThat(quoted).bodyJson().extractingPath("$.steps[2].text").isEqualTo("其中 6.67 不用余额付款，8 折");
        MvcTestResult paid = settle(bill + """
                 "billNumber":"%s", "expectedPayableMinor":867,
                 "tenders":[{"type":"STORED_VALUE","amountMinor":333},{"type":"CASH","amountMinor":600},
                            {"type":"ON_ACCOUNT","amountMinor":0}]}
                """.formatted(newNumber()));
        assertThat(paid).hasStatus(201);
        assertThat(paid).bodyJson().extractingPath("$.tenders.length()").isEqualTo(2);
        assertThat(paid).bodyJson().extractingPath("$.tenders[1].changeMinor").isEqualTo(66);
        assertThat(paid).bodyJson().extractingPath("$.quote.discountMinor").isEqualTo(133);
        assertThat(listValue(card)).isEqualTo(333);
        MvcTestResult first = refund(id(paid), "{\"amountMinor\":100,\"reason\":\"退\"}");
        assertThat(first).bodyJson().extractingPath("$.tenders[0].amountMinor").isEqualTo(38);
        assertThat(first).bodyJson().extractingPath("$.tenders[1].amountMinor").isEqualTo(62);
        MvcTestResult rest = refund(id(paid), "{\"reason\":\"退\"}");
        assertThat(rest).bodyJson().extractingPath("$.refundMinor").isEqualTo(767);
        assertThat(rest).bodyJson().extractingPath("$.tenders[0].amountMinor").isEqualTo(295);
        assertThat(refund(id(paid), "{\"reason\":\"退\"}")).hasStatus(422);
    }

    @Test
    void aFenOfCashBuysNoDiscountForTheWholeBill() {
        CardSummary card = cards.cardWith(100_000);
        String bill = """
                {%s, "lines":[%s], "cardNumber":"%s", "payBy":"OTHER", "billNumber":"%s", "expectedPayableMinor":%d,
                 "tenders":[{"type":"STORED_VALUE","amountMinor":%d},{"type":"CASH","amountMinor":1}]}
                """;
        MvcTestResult cheap =
                settle(bill.formatted(venueCode(), line(10_000), card.number(), newNumber(), 8_000, 7_999));
        assertRefused(cheap, "QUOTE_CHANGED");
        assertThat(cheap).bodyJson().extractingPath("$.payableMinor").isEqualTo(9_600);
        assertThat(settle(bill.formatted(venueCode(), line(10_000), card.number(), newNumber(), 10_000, 9_999)))
                .hasStatus(201);
    }

    @Test
    void aQuoteNamesStoredValueOnlyWithOther() {
        CardSummary card = cards.cardWith(100_000);
        String body = """
                {%s, "lines":[%s], "cardNumber":"%s", "payBy":"BALANCE", "storedValueMinor":%d}
                """;
        assertThat(quote(body.formatted(venueCode(), line(1_000), card.number(), 1)))
                .hasStatus(400);
        assertThat(quote(body.formatted(venueCode(), line(1_000), card.number(), 0)))
                .hasStatusOk();
        assertThat(quote(body.formatted(venueCode(), line(1_000), card.number(), -1)))
                .hasStatus(400);
    }

    @Test
    void twoCardsMayPayOneBill() {
        CardSummary first = cards.cardWith(100_000);
        CardSummary second = cards.cardWith(100_000);
        String body = """
                {%s, "lines":[%s], "cardNumber":"%s", "payBy":"BALANCE", "billNumber":"%s", "expectedPayableMinor":1000,
                 "tenders":[{"type":"STORED_VALUE","amountMinor":400},{"type":"STORED_VALUE","amountMinor":600,"cardNumber":"%s"}]}
                """.formatted(venueCode(), line(1_000), first.number(), newNumber(), second.number());
        MvcTestResult paid = settle(body);
        assertThat(paid).hasStatus(201);
        assertThat(paid)
                .bodyJson()
                .extractingPath("$.tenders[1].balanceAfterMinor")
                .isEqualTo(109_400);
    }

    @Test
    void linesAreRefundedByTheirShares() {
        CardSummary card = cards.cardWith(100_000);
        String body = """
                {%s, "lines":[{"name":"鱼","quantity":3,"unitPriceMinor":1111},%s], "cardNumber":"%s", "payBy":"OTHER",
                 "billNumber":"%s", "expectedPayableMinor":3466, "tenders":[{"type":"WECHAT","amountMinor":3466}]}
                """.formatted(venueCode(), line(1_000), card.number(), newNumber());
        MvcTestResult paid = settle(body);
        assertThat(paid).hasStatus(201);
        long sum = 0;
        for (String lines :
                List.of("{\"line\":0,\"quantity\":1}", "{\"line\":0,\"quantity\":2}", "{\"line\":1,\"quantity\":1}")) {
            MvcTestResult part = refund(id(paid), "{\"lines\":[" + lines + "],\"reason\":\"退\"}");
            assertThat(part).hasStatus(201);
            sum += number(part, "$.refundMinor");
        }
        assertThat(sum).isEqualTo(3_466);
        assertThat(visits(card.customerId())).isZero();
        assertRefused(
                refund(id(paid), "{\"lines\":[{\"line\":0,\"quantity\":1}],\"reason\":\"退\"}"), "REFUND_TOO_LARGE");
    }

    @Test
    void visitIsBookedNetOfRefundsAndWithdrawnWithTheWholeBill() {
        CardSummary card = cards.cardWith(100_000);
        MvcTestResult paid = settle(bill(card, 1_000, 800, "CASH", 800));
        assertThat(spend(card.customerId())).isEqualTo(800);
        refund(id(paid), "{\"amountMinor\":300,\"reason\":\"退\"}");
        assertThat(spend(card.customerId())).isEqualTo(500);
        refund(id(paid), "{\"reason\":\"退\"}");
        assertThat(visits(card.customerId())).isZero();
    }

    @Test
    void freeBillIsSettledWithoutATender() {
        String body = """
                {%s, "lines":[%s], "payBy":"OTHER", "billNumber":"%s", "expectedPayableMinor":0, "tenders":[]}
                """.formatted(venueCode(), line(0), newNumber());
        MvcTestResult paid = settle(body);
        assertThat(paid).hasStatus(201);
        assertThat(refund(id(paid), "{\"reason\":\"退\"}")).hasStatus(201);
        assertRefused(refund(id(paid), "{\"reason\":\"退\"}"), "REFUND_TOO_LARGE");
    }

    @Test
    void guestsWhoEnjoyedAreKept() {
        long payer = cards.customer();
        long guest = cards.customer();
        String body = """
                {%s, "lines":[%s], "customerId":"%d", "payBy":"OTHER", "billNumber":"%s", "expectedPayableMinor":100,
                 "tenders":[{"type":"CASH","amountMinor":100}], "guests":["%d","%d"]}
                """.formatted(venueCode(), line(100), payer, newNumber(), guest, guest);
        MvcTestResult paid = settle(body);
        assertThat(paid).hasStatus(201);
        assertThat(jdbc.sql("select customer_id from settlement_guest where settlement_id = :id")
                        .param("id", Long.valueOf(id(paid)))
                        .query(Long.class)
                        .list())
                .containsExactly(guest);
    }

    @Test
    void repeatedRequestGetsTheFirstAnswerAndAnotherBodyIsRefused() {
        CardSummary card = cards.cardWith(100_000);
        String body = bill(card, 1_000, 1_000, "STORED_VALUE", 1_000);
        String key = newNumber();
        MvcTestResult first = settle(body, key);
        MvcTestResult again = settle(body, key);
        assertThat(again).hasStatus(201).hasHeader("Idempotency-Replayed", "true");
        assertThat(id(again)).isEqualTo(id(first));
        assertRefused(settle(bill(card, 2_000, 2_000, "STORED_VALUE", 2_000), key), "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void replaysAreByteForByteTheFirstAnswer() {
        CardSummary card = cards.cardWith(100_000);
        String key = UUID.randomUUID().toString();
        String paid = bill(card, 1_000, 800, "CASH", 800);
        assertThat(body(settle(paid, key))).isEqualTo(body(settle(paid, key)));

        String refusedKey = UUID.randomUUID().toString();
        String wrong = bill(card, 1_000, 1, "CASH", 800);
        MvcTestResult first = settle(wrong, refusedKey);
        jdbc.sql("update card set status = 'FROZEN' where number = :number")
                .param("number", card.number())
                .update();
        MvcTestResult again = settle(wrong, refusedKey);
        assertRefused(again, "QUOTE_CHANGED");
        assertThat(body(again)).isEqualTo(body(first));
        assertThat(again).hasHeader("Idempotency-Replayed", "true");
    }

    @Test
    void refusesWhatTheRulesForbid() {
        CardSummary card = cards.cardWith(1_000);
        assertRefused(settle(bill(card, 1_001, 1_001, "STORED_VALUE", 1_001)), "INSUFFICIENT_BALANCE");
        assertRefused(settle(bill(card, 1_000, 999, "STORED_VALUE", 999)), "QUOTE_CHANGED");
        assertRefused(settle(bill(card, 1_000, 1_000, "STORED_VALUE", 999)), "TENDERS_DO_NOT_ADD_UP");
        assertRefused(settle(bill(card, 1_000, 1_000, "STORED_VALUE", 1_001)), "TENDERS_DO_NOT_ADD_UP");
        assertRefused(settle(bill(card, 1_000, 800, "BANK_CARD", 801)), "TENDERS_DO_NOT_ADD_UP");
        assertRefused(settle(bill(card, 1_000, 800, "ON_ACCOUNT", 800)), "ON_ACCOUNT_NOT_POSSIBLE");
        assertRefused(
                quote("{%s,\"lines\":[%s],\"payBy\":\"OTHER\",\"couponCodes\":[\"X\"]}"
                        .formatted(venueCode(), line(1))),
                "COUPON_NOT_USABLE");
        assertRefused(
                quote("{%s,\"lines\":[%s],\"cardNumber\":\"%s\",\"payBy\":\"OTHER\",\"redeemPoints\":1}"
                        .formatted(venueCode(), line(100), card.number())),
                "POINTS_NOT_ENOUGH");
        assertRefused(
                quote(
                        "{%s,\"lines\":[{\"item\":\"nope\",\"name\":\"x\",\"quantity\":1,\"unitPriceMinor\":1}],\"payBy\":\"OTHER\"}"
                                .formatted(venueCode())),
                "DISH_UNKNOWN");
    }

    @Test
    void changedQuoteCarriesTheNewPayable() {
        MvcTestResult refused = settle(bill(cards.cardWith(1_000), 1_000, 999, "CASH", 999));
        assertThat(refused).bodyJson().extractingPath("$.payableMinor").isEqualTo(800);
    }

    @Test
    void refusesABillNumberThatWasSettledInThisVenueOnly() {
        CardSummary card = cards.cardWith(100_000);
        String body = bill(card, 100, 80, "CASH", 80);
        assertThat(settle(body)).hasStatus(201);
        assertRefused(settle(body), "BILL_ALREADY_SETTLED");
        assertThat(settle(body.replace(venue.code(), cards.otherVenue().code())))
                .hasStatus(201);
    }

    @Test
    void pinIsAskedAboveTheLimitOnly() {
        CardSummary card = cards.card(cards.combined(SpendOrder.PRINCIPAL_FIRST, 500L), "135790");
        cards.topUp(card, 100_000);
        assertThat(settle(bill(card, 500, 500, "STORED_VALUE", 500))).hasStatus(201);
        assertRefused(settle(bill(card, 501, 501, "STORED_VALUE", 501)), "PIN_REQUIRED");
        String wrong = bill(card, 501, 501, "STORED_VALUE", 501)
                .replace("\"amountMinor\":501", "\"amountMinor\":501,\"pin\":\"000000\"");
        assertRefused(settle(wrong), "PIN_WRONG");
        assertThat(settle(wrong.replace("000000", "135790"))).hasStatus(201);
    }

    @Test
    void fifthWrongPinLocksIt() {
        CardSummary card = cards.card(cards.combined(SpendOrder.PRINCIPAL_FIRST, 0L), "135790");
        cards.topUp(card, 100_000);
        String wrong = bill(card, 501, 501, "STORED_VALUE", 501)
                .replace("\"amountMinor\":501", "\"amountMinor\":501,\"pin\":\"000000\"");
        for (int i = 0; i < 5; i++) {
            assertRefused(settle(wrong), "PIN_WRONG");
        }
        assertRefused(settle(wrong.replace("000000", "135790")), "PIN_LOCKED");
    }

    @Test
    void frozenCardNeitherPaysNorGivesItsDiscount() {
        CardSummary card = cards.cardWith(100_000);
        jdbc.sql("update card set status = 'FROZEN' where id = :id")
                .param("id", card.id())
                .update();
        assertRefused(settle(bill(card, 100, 100, "STORED_VALUE", 100)), "CARD_NOT_ACTIVE");
        assertRefused(settle(bill(card, 100, 80, "CASH", 80)), "CARD_NOT_ACTIVE");
    }

    @Test
    void settlementIsShownInItsVenueOnly() {
        MvcTestResult paid = settle(bill(cards.cardWith(1_000), 1_000, 800, "CASH", 1_000));
        MvcTestResult shown = get(id(paid), client);
        assertThat(shown).hasStatusOk();
        assertThat(shown).bodyJson().extractingPath("$.tenders[0].changeMinor").isEqualTo(200);
        assertThat(shown).bodyJson().extractingPath("$.quote.steps.length()").isEqualTo(8);
        var elsewhere = new Actor(
                Actor.Kind.API_CLIENT,
                1,
                "别处",
                EnumSet.allOf(Permission.class),
                Set.of(cards.otherVenue().id()));
        assertThat(get(id(paid), elsewhere)).hasStatus(404);
        assertThat(get("999999999", client)).hasStatus(404);
        assertThat(get("nonsense", client)).hasStatus(404);
    }

    @Test
    void malformedRequestsAre400() {
        String good = bill(cards.cardWith(1_000), 1_000, 800, "CASH", 800);
        assertThat(settle(good.replace("\"amountMinor\":800", "\"amountMinor\":\"800\"")))
                .hasStatus(400);
        assertThat(settle(good.replace("\"amountMinor\":800", "\"amountMinor\":8.5")))
                .hasStatus(400);
        assertThat(settle(good.replace("\"amountMinor\":800", "\"amountMinor\":-1")))
                .hasStatus(400);
        assertThat(settle(good.replace("\"quantity\":1", "\"quantity\":0"))).hasStatus(400);
        assertThat(settle(good.replace("\"quantity\":1", "\"quantity\":1000000,\"x\":1")))
                .hasStatus(400);
        assertThat(settle(good.replace("\"unitPriceMinor\":1000", "\"unitPriceMinor\":1000000000001")))
                .hasStatus(400);
        assertThat(settle(good.replace("\"CASH\"", "\"SHELLS\""))).hasStatus(400);
        assertThat(settle(good.replace("\"billNumber\"", "\"number\""))).hasStatus(400);
        assertThat(settle(good, "")).hasStatus(400);
        assertThat(mvc.post()
                        .uri("/api/v1/settlements")
                        .with(as(client))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(good)
                        .exchange())
                .hasStatus(400);
        assertThat(quote(
                        "{%s,\"lines\":[{\"name\":\"x\",\"quantity\":1000000,\"unitPriceMinor\":1000000000000}],\"payBy\":\"OTHER\"}"
                                .formatted(venueCode())))
                .hasStatus(400);
    }

    @Test
    void refundNeedsAReasonAndTheRight() {
        MvcTestResult paid = settle(bill(cards.cardWith(1_000), 1_000, 800, "CASH", 800));
        assertThat(refund(id(paid), "{}")).hasStatus(400);
        assertThat(refund(id(paid), "{\"reason\":\"x\",\"amountMinor\":1,\"lines\":[{\"line\":0,\"quantity\":1}]}"))
                .hasStatus(400);
        client = new Actor(
                Actor.Kind.API_CLIENT,
                client.id(),
                "收银",
                Set.of(Permission.BILL_SETTLE, Permission.BILL_READ),
                Set.of());
        assertThat(refund(id(paid), "{\"reason\":\"x\"}")).hasStatus(403);
    }

    @Test
    void unknownVenueCardAndGuestAre404() {
        String good = bill(cards.cardWith(1_000), 1_000, 800, "CASH", 800);
        assertThat(settle(good.replace(venue.code(), "nowhere"))).hasStatus(404);
        assertThat(quote("{%s,\"lines\":[],\"payBy\":\"OTHER\",\"cardNumber\":\"6028000000000000\"}"
                        .formatted(venueCode())))
                .hasStatus(404);
        assertThat(quote("{%s,\"lines\":[],\"payBy\":\"OTHER\",\"customerId\":\"99999999\"}".formatted(venueCode())))
                .hasStatus(404);
    }

    @Test
    void receiptNumbersOfATillFollowEachOther() {
        CardSummary card = cards.cardWith(100_000);
        String first = text(settle(bill(card, 100, 80, "CASH", 80)), "$.receiptNumber");
        assertThat(settle(bill(card, 100, 80, "CASH", 79))).hasStatus(422);
        String second = text(settle(bill(card, 100, 80, "CASH", 80)), "$.receiptNumber");
        assertThat(first).endsWith("-api-000001");
        assertThat(second).endsWith("-api-000002");
    }

    private CardSummary pointsCardWith(long points) {
        ProgrammeSummary programme =
                cards.programme(null, null, new Points(new PointsTerms(1, 100, 0, 1L), null, null), null);
        CardSummary card = cards.card(programme);
        assertThat(settle(bill(card, points * 100, points * 100, "CASH", points * 100)))
                .hasStatus(201);
        assertThat(points(card)).isEqualTo(points);
        return card;
    }

    private long points(CardSummary card) {
        return cardsOf.get(card.id()).points();
    }

    private String dish(long price, Long memberPrice) {
        String code = "d" + UUID.randomUUID().toString().substring(0, 8);
        return CurrentActor.asSystem(() -> menu.save(SaveDish.add(code, "水煮鱼", "热菜", price, memberPrice, true)))
                .code();
    }

    private long visits(long customerId) {
        return jdbc.sql("select count(*) from visit where customer_id = :id")
                .param("id", customerId)
                .query(Long.class)
                .single();
    }

    private long spend(long customerId) {
        return jdbc.sql("select spend_minor from visit where customer_id = :id")
                .param("id", customerId)
                .query(Long.class)
                .single();
    }

    private long listValue(CardSummary card) {
        return jdbc.sql("""
                        select sum(d.list_value)::bigint from ledger_draw d join ledger_lot l on l.id = d.lot_id
                        join ledger_account a on a.id = l.account_id where a.holder_id = :card
                        """).param("card", card.id()).query(Long.class).single();
    }

    private String venueCode() {
        return "\"venueCode\":\"" + venue.code() + "\"";
    }

    private static String line(long price) {
        return "{\"name\":\"菜\",\"quantity\":1,\"unitPriceMinor\":" + price + "}";
    }

    private String bill(CardSummary card, long price, long expected, String tender, long amount) {
        return """
                {%s, "lines":[%s], "cardNumber":"%s", "payBy":"OTHER", "billNumber":"%s", "expectedPayableMinor":%d,
                 "tenders":[{"type":"%s","amountMinor":%d}]}
                """.formatted(venueCode(), line(price), card.number(), newNumber(), expected, tender, amount);
    }

    private static String newNumber() {
        return UUID.randomUUID().toString();
    }

    private MvcTestResult quote(String body) {
        return mvc.post()
                .uri("/api/v1/quotes")
                .with(as(client))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult settle(String body) {
        return settle(body, newNumber());
    }

    private MvcTestResult settle(String body, String key) {
        return mvc.post()
                .uri("/api/v1/settlements")
                .with(as(client))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult refund(String id, String body) {
        return mvc.post()
                .uri("/api/v1/settlements/{id}/refunds", id)
                .with(as(client))
                .header("Idempotency-Key", newNumber())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String id, Actor actor) {
        return mvc.get().uri("/api/v1/settlements/{id}", id).with(as(actor)).exchange();
    }

    private static void assertRefused(MvcTestResult result, String code) {
        assertThat(result).hasStatus(422);
        assertThat(result).bodyJson().extractingPath("$.code").isEqualTo(code);
    }

    private static String id(MvcTestResult result) {
        return text(result, "$.id");
    }

    private static String text(MvcTestResult result, String path) {
        return JsonPath.read(body(result), path);
    }

    private static long number(MvcTestResult result, String path) {
        return JsonPath.<Number>read(body(result), path).longValue();
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
