package com.regulars.settlement.till;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.card.CardFixtures;
import com.regulars.card.CardSummary;
import com.regulars.card.Cards;
import com.regulars.ledger.SpendOrder;
import com.regulars.menu.MenuEditing;
import com.regulars.menu.SaveDish;
import com.regulars.staff.Role;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.CurrentVenue;
import com.regulars.venue.Venue;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RegularsTest
@Import(CardFixtures.class)
class TillPageTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    CardFixtures cards;

    @Autowired
    Cards cardsOf;

    @Autowired
    MenuEditing menu;

    @Autowired
    JdbcClient jdbc;

    Actor cashier;
    Venue venue;

    @BeforeEach
    void newCashier() {
        venue = cards.otherVenue();
        cashier = new Actor(
                Actor.Kind.EMPLOYEE,
                Math.abs(UUID.randomUUID().getMostSignificantBits() >> 20),
                "刘敏",
                Role.CASHIER.permissions(),
                Set.of(venue.id()));
    }

    @ParameterizedTest
    @CsvSource({"zh,账单还是空的,应付", "en,The bill is empty,To pay"})
    void emptyTillSpeaksBothLanguages(Locale language, String empty, String payable) {
        assertThat(web.get().uri("/till").locale(language).with(as(cashier)))
                .hasStatusOk()
                .bodyText()
                .contains(empty, payable)
                .doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({
        "zh,改用现金或扫码：8 折再减 100.00,余额付款不打折",
        "en,Cash or scan instead saves 100.00 more,none when paid from the balance"
    })
    void saysTheCheaperWayToPayAndWhyEveryStepIsWhatItIs(Locale language, String cheaper, String reason) {
        CardSummary card = cards.cardWith(1_000_000);
        post("/till/guest", "q", card.number());
        post("/till/free-lines", "name", "宴席", "price", "500", "discountable", "true");
        assertThat(web.get().uri("/till").locale(language).with(as(cashier)))
                .bodyText()
                .contains(cheaper, reason, "400.00", "10,000.00", "2,000.00", "11,500.00")
                .doesNotContain("??");
    }

    @Test
    void billOf500FromTheBalanceTakes500AndInCash400() {
        CardSummary card = cards.cardWith(1_000_000);
        openBill(card, "500");
        settle(50_000);
        assertThat(till()).bodyText().contains("已结账", "¥500.00", "11,500.00");
        assertThat(cardsOf.get(card.id()).balanceMinor()).isEqualTo(1_150_000);

        post("/till/next");
        openBill(card, "500");
        post("/till/payment", "payment", "CASH");
        settle(40_000, "cash", "500");
        assertThat(till()).bodyText().contains("已结账", "¥400.00", "¥100.00");
        assertThat(cardsOf.get(card.id()).balanceMinor()).isEqualTo(1_150_000);
    }

    @Test
    void sentTwiceIsPaidOnce() {
        CardSummary card = cards.cardWith(1_000_000);
        openBill(card, "500");
        String request = requestId();
        for (int i = 0; i < 2; i++) {
            post("/till/settle", "requestId", request, "payableMinor", "50000");
        }
        assertThat(cardsOf.get(card.id()).balanceMinor()).isEqualTo(1_150_000);
        post("/till/next");
        post("/till/settle", "requestId", request, "payableMinor", "50000");
        assertThat(cardsOf.get(card.id()).balanceMinor()).isEqualTo(1_150_000);
    }

    @Test
    void mixedPaymentTakesItsPartFromTheBalance() {
        CardSummary card = cards.cardWith(1_000_000);
        openBill(card, "500");
        post("/till/payment", "payment", "WECHAT", "balancePart", "150");
        assertThat(till())
                .bodyText()
                .contains("结账，余额 150.00 + 微信收 ¥280.00", "其中 350.00 不用余额付款，8 折")
                .doesNotContain("\u22120.00");
        settle(43_000);
        assertThat(cardsOf.get(card.id()).balanceMinor()).isEqualTo(1_185_000);
    }

    @Test
    void pointsAreTakenOffWithOneKey() {
        CardSummary card = cards.cardWith(1_000_000);
        openBill(card, "500");
        post("/till/payment", "payment", "CASH");
        settle(40_000);
        post("/till/next");
        openBill(card, "10");
        post("/till/payment", "payment", "CASH");
        post("/till/points", "use", "true");
        assertThat(till()).bodyText().contains("用 400 分，每分抵 0.01", "¥4.00");
        settle(400);
        assertThat(cardsOf.get(card.id()).points()).isEqualTo(4);
    }

    @Test
    void pinIsAskedForAndAWrongOneLeavesTheBillOpen() {
        CardSummary card = cards.card(cards.combined(SpendOrder.PRINCIPAL_FIRST, 10_000L), "135790");
        cards.topUp(card, 100_000);
        openBill(card, "200");
        assertThat(till()).bodyText().contains("name=\"pin\"");
        settle(20_000, "pin", "000000");
        assertThat(till()).bodyText().contains("结账，扣余额 ¥200.00");
        settle(20_000, "pin", "135790");
        assertThat(till()).bodyText().contains("已结账");
    }

    @Test
    void refusalIsSaidOnTheTill() {
        CardSummary card = cards.cardWith(1_000);
        openBill(card, "50");
        MvcTestResult refused = settle(5_000);
        assertThat(refused).flash().containsEntry("problem", "refused.INSUFFICIENT_BALANCE");
        assertThat(till()).bodyText().contains("还差 40.00");
    }

    @Test
    void dishIsAddedByCodeAndByInitialsAndItsQuantityChanged() {
        String code = "z" + UUID.randomUUID().toString().substring(0, 8);
        CurrentActor.asSystem(() -> menu.save(SaveDish.add(code, "麻婆豆腐", "热菜", 2_800, null, true)));
        CurrentActor.asSystem(() -> menu.save(SaveDish.add(code + "x", "麻婆豆腐饭", "热菜", 3_800, null, true)));
        post("/till/lines", "dish", code);
        post("/till/lines", "dish", code);
        assertThat(till()).bodyText().contains("麻婆豆腐", "56.00");
        post("/till/lines/0", "quantity", "3");
        assertThat(till()).bodyText().contains("84.00");
        post("/till/lines/0", "quantity", "0");
        assertThat(till()).bodyText().contains("账单还是空的");
        assertThat(after(post("/till/lines", "dish", "mpdf"))).bodyText().contains(code, "麻婆豆腐");
    }

    @Test
    void severalGuestsAreOfferedAndOneIsTaken() {
        long first = cards.customer();
        cards.customer();
        MvcTestResult searched = post("/till/guest", "q", "张");
        assertThat(searched).hasRedirectedUrl("/till").flash().containsEntry("q", "张");
        assertThat(after(searched)).bodyText().contains("有几位顾客符合");
        post("/till/guest", "customerId", String.valueOf(first));
        assertThat(till()).bodyText().contains("没有卡");
        post("/till/guest/drops");
        assertThat(till()).bodyText().contains("散客", "找回");
        post("/till/guest/returns");
        assertThat(till()).bodyText().contains("没有卡").doesNotContain("散客</span>");
    }

    @Test
    void frozenCardIsNotTakenAndShownAsFrozen() {
        CardSummary card = cards.cardWith(1_000);
        freeze(card);
        assertThat(post("/till/guest", "q", card.number())).flash().containsEntry("notice", "till.card.FROZEN");
        assertThat(till()).bodyText().contains(card.maskedNumber(), "已冻结").doesNotContain("没有卡");
        assertThat(draft("cardNumber")).isNull();
    }

    @Test
    void cardThatWasFrozenInBetweenIsShownAndTheBillSettledWithoutIt() {
        CardSummary card = cards.cardWith(1_000_000);
        openBill(card, "50");
        freeze(card);
        assertThat(till()).bodyText().contains("已冻结", "不用这张卡");
        post("/till/guest", "customerId", String.valueOf(card.customerId()));
        settle(5_000);
        assertThat(till()).bodyText().contains("已结账");
        assertThat(cardsOf.get(card.id()).balanceMinor()).isEqualTo(1_200_000);
    }

    private void freeze(CardSummary card) {
        jdbc.sql("update card set status = 'FROZEN' where id = :id")
                .param("id", card.id())
                .update();
    }

    @Test
    void lastDigitsOfACardFindItsGuest() {
        CardSummary card = cards.cardWith(1_000_000);
        post("/till/guest", "q", card.number().substring(8));
        assertThat(draft("cardNumber")).isEqualTo(card.number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"customerId=999999999", "cardNumber=6028000000000000", "cardNumber=abc"})
    void unknownGuestLeavesTheTillWhereItIs(String unknown) {
        openBill(cards.cardWith(1_000_000), "50");
        String[] parts = unknown.split("=");
        assertThat(post("/till/guest", parts[0], parts[1]))
                .hasRedirectedUrl("/till")
                .flash()
                .hasEntrySatisfying(
                        "problem", problem -> assertThat(problem).asString().startsWith("notFound."));
        assertThat(till()).hasStatusOk().bodyText().contains("50.00");
    }

    @Test
    void stepsChangeTheLineByOneAndTheBinTakesItOff() {
        openBill(cards.cardWith(1_000_000), "10");
        post("/till/lines/0", "quantity", "1", "step", "1");
        assertThat(till()).bodyText().contains("20.00");
        post("/till/lines/0", "quantity", "4", "step", "1");
        assertThat(till()).bodyText().contains("¥50.00");
        post("/till/lines/0", "quantity", "5", "step", "-1");
        assertThat(till()).bodyText().contains("¥40.00");
        post("/till/lines/0", "quantity", "1２");
        assertThat(till()).bodyText().contains("¥120.00");
        post("/till/lines/0", "quantity", "12", "step", "off");
        assertThat(till()).bodyText().contains("账单还是空的");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "-1", "1.5", "viele", "99999999999"})
    void quantityThatMakesNoSenseIsSaidAndNothingElseBooked(String quantity) {
        openBill(cards.cardWith(1_000_000), "10");
        assertThat(post("/till/lines/0", "quantity", quantity))
                .flash()
                .containsEntry("problem", "invalid.quantity")
                .containsEntry("focus", "quantity-0");
        assertThat(till()).bodyText().contains("¥10.00");
    }

    @Test
    void whatIsPaidNeverOpensAgain() {
        openBill(cards.cardWith(1_000_000), "10");
        settle(1_000);
        assertThat(post("/till/lines/0", "quantity", "3"))
                .flash()
                .containsEntry("problem", "refused.BILL_PAID_MEANWHILE");
        post("/till/payment", "payment", "CASH");
        post("/till/points", "use", "true");
        post("/till/free-lines", "name", "茶", "price", "8");
        post("/till/guest/drops");
        assertThat(till()).bodyText().contains("已结账", "¥10.00");
    }

    @Test
    void windowThatShowsAnOlderBillIsToldAndChangesNothing() {
        openBill(cards.cardWith(1_000_000), "10");
        String seen = seen();
        post("/till/free-lines", "name", "茶", "price", "8", "seen", seen);
        for (String[] late : new String[][] {
            {"/till/lines/0", "step", "off", "seen", seen},
            {"/till/guest/drops", "seen", seen},
            {"/till/next", "seen", seen},
            {"/till/settle", "requestId", requestId(), "payableMinor", "1800", "seen", seen}
        }) {
            assertThat(post(late[0], Arrays.copyOfRange(late, 1, late.length)))
                    .flash()
                    .containsEntry("problem", "refused.BILL_CHANGED_MEANWHILE");
        }
        assertThat(till()).bodyText().contains("¥18.00", "宴席", "茶");
    }

    @Test
    void secondWindowCannotThrowAwayTheNextBill() {
        openBill(cards.cardWith(1_000_000), "10");
        settle(1_000);
        String paid = seen();
        post("/till/next", "seen", paid);
        post("/till/free-lines", "name", "茶", "price", "8", "seen", "new");
        assertThat(post("/till/next", "seen", paid)).flash().containsKey("problem");
        assertThat(till()).bodyText().contains("茶");
    }

    @Test
    void numbersAreUsedByBillsThatWerePaidOnly() {
        openBill(cards.cardWith(1_000_000), "10");
        String number = draft("billNumber");
        for (int i = 0; i < 3; i++) {
            post("/till/next");
            post("/till/guest/drops");
            openBill(cards.cardWith(1_000_000), "10");
        }
        assertThat(draft("billNumber")).isEqualTo(number);
        settle(1_000);
        post("/till/next");
        openBill(cards.cardWith(1_000_000), "10");
        assertThat(draft("billNumber")).isNotEqualTo(number);
    }

    @Test
    void tooLittleCashIsSaidAndNeverTakenForTheExactSum() {
        openBill(null, "138");
        for (int i = 0; i < 2; i++) {
            assertThat(settle(13_800, "cash", "100"))
                    .flash()
                    .containsEntry("problem", "invalid.cashShort")
                    .containsEntry("problemArgs", new Object[] {"38.00"})
                    .containsEntry("focus", "till-cash")
                    .containsEntry("typed", Map.of("cash", "100"));
        }
        assertThat(settle(13_800, "cash", "0")).flash().containsEntry("problem", "invalid.cashShort");
        settle(13_800, "cash", "￥２００");
        assertThat(till()).bodyText().contains("已结账", "¥62.00");
    }

    @Test
    void implausiblyMuchCashIsAskedAboutOnce() {
        openBill(null, "138");
        assertThat(settle(13_800, "cash", "2000")).flash().containsEntry("problem", "invalid.cashMuch");
        assertThat(settle(13_800, "cash", "3000", "cashSeen", "200000"))
                .flash()
                .containsEntry("problem", "invalid.cashMuch");
        settle(13_800, "cash", "3000", "cashSeen", "300000");
        assertThat(till()).bodyText().contains("已结账", "¥2,862.00");
    }

    @Test
    void afterAWrongPinTheHandsAreOnThePinAndItStandsNowhere() {
        CardSummary card = cards.card(cards.combined(SpendOrder.PRINCIPAL_FIRST, 10_000L), "135790");
        cards.topUp(card, 100_000);
        openBill(card, "200");
        MvcTestResult refused = settle(20_000, "pin", "862086");
        assertThat(refused).hasRedirectedUrl("/till").flash().containsEntry("focus", "till-pin");
        assertThat(String.valueOf(refused.getMvcResult().getFlashMap())).doesNotContain("862086");
    }

    @Test
    void expectedCashIsNotOnTheScreen() {
        openBill(cards.cardWith(1_000_000), "500");
        post("/till/payment", "payment", "CASH");
        settle(40_000);
        post("/till/next");
        assertThat(till()).bodyText().doesNotContain("400.00");
    }

    @Test
    void tillIsForCashiers() {
        assertThat(web.get().uri("/till").with(as(Role.FRONT_DESK))).hasStatus(403);
    }

    private void openBill(@Nullable CardSummary card, String price) {
        if (card != null) {
            post("/till/guest", "q", card.number());
        }
        post("/till/free-lines", "name", "宴席", "price", price, "discountable", "true");
    }

    private MvcTestResult settle(long payableMinor, String... more) {
        String[] params = new String[more.length + 4];
        params[0] = "requestId";
        params[1] = requestId();
        params[2] = "payableMinor";
        params[3] = String.valueOf(payableMinor);
        System.arraycopy(more, 0, params, 4, more.length);
        return post("/till/settle", params);
    }

    private String requestId() {
        return String.valueOf(draft("requestId"));
    }

    /** What the window shows of the state of the bill. */
    private String seen() {
        return draft("requestId") + "/" + draft("changes");
    }

    private @Nullable String draft(String member) {
        return jdbc.sql(
                        "select content ->> :member from settlement_draft where venue_id = :venue and actor_key = :actor")
                .param("member", member)
                .param("venue", venue.id())
                .param("actor", cashier.key())
                .query(String.class)
                .list()
                .getFirst();
    }

    private MvcTestResult till() {
        return web.get().uri("/till").with(as(cashier)).exchange();
    }

    /** The till as it is drawn after a key. */
    private MvcTestResult after(MvcTestResult key) {
        return web.get()
                .uri("/till")
                .cookie(key.getResponse().getCookies())
                .cookie(new Cookie(CurrentVenue.COOKIE, venue.code()))
                .with(as(cashier))
                .exchange();
    }

    private MvcTestResult post(String uri, String... params) {
        var request = web.post()
                .uri(uri)
                .cookie(new Cookie(CurrentVenue.COOKIE, venue.code()))
                .with(as(cashier))
                .with(csrf());
        for (int i = 0; i < params.length; i += 2) {
            request = request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }
}
