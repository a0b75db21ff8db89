package com.regulars.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.access.Actor;
import com.regulars.card.programme.Programmes;
import com.regulars.ledger.SpendOrder;
import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
class CardPageTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    CardFixtures given;

    @Autowired
    Fixtures people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cards cards;

    @Autowired
    Programmes programmes;

    @ParameterizedTest
    @CsvSource({"zh,会员卡,本金", "en,Cards,Principal"})
    void lists_cards_by_their_last_digits_and_masks_them(Locale language, String title, String column) {
        CardSummary card = given.cardWith(1_000_000);
        assertThat(get("/cards?q=" + card.number().substring(12), language, Role.FRONT_DESK))
                .hasStatusOk()
                .bodyText()
                .contains(title, column, card.maskedNumber(), "10,000.00", "2,000.00")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({
        "zh,一次充值满 10%2C000.00，送 2%2C000.00,充值 10%2C000.00",
        "en,Top up at least 10%2C000.00,Topped up 10%2C000.00"
    })
    void shows_a_card_with_its_terms_and_every_line_explained(Locale language, String term, String line) {
        CardSummary card = given.cardWith(1_000_000);
        assertThat(get("/cards/" + card.number(), language, Role.MANAGER))
                .hasStatusOk()
                .bodyText()
                .contains(term.replace("%2C", ","), line.replace("%2C", ","), "¥12,000.00", card.maskedNumber())
                .doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({"zh,充 ¥10%2C000.00,壹万元整", "en,Pay ¥10%2C000.00,another"})
    void offers_the_tiers_with_what_the_guest_gets(Locale language, String button, String words) {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        assertThat(get("/cards/" + card.number() + "/top-up", language, Role.CASHIER))
                .hasStatusOk()
                .bodyText()
                .contains(button.replace("%2C", ","), "¥12,000.00")
                .containsIgnoringCase(words)
                .doesNotContain("??");
    }

    @Test
    void asks_twice_before_a_large_sum_and_then_shows_the_slip() {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        String requestId = UUID.randomUUID().toString();
        assertThat(topUp(card, "10000.00", requestId, false))
                .hasStatusOk()
                .bodyText()
                .contains("壹万元整", "12,000.00");
        assertThat(cards.get(card.id()).balanceMinor()).isZero();

        MvcTestResult done = topUp(card, "10000.00", requestId, true);
        assertThat(done).hasStatus(302);
        assertThat(topUp(card, "10000.00", requestId, true)).hasStatus(302);
        assertThat(cards.get(card.id()).balanceMinor()).isEqualTo(1_200_000);

        String slip = done.getResponse().getRedirectedUrl();
        assertThat(get(slip, Locale.CHINESE, Role.CASHIER))
                .hasStatusOk()
                .bodyText()
                .contains("壹万元整", "+2,000.00", "12,000.00", card.maskedNumber())
                .doesNotContain("??", card.number() + "<");
        assertThat(get(slip, Locale.ENGLISH, Role.CASHIER))
                .hasStatusOk()
                .bodyText()
                .contains("Top-up slip");
    }

    @ParameterizedTest
    @CsvSource({"abc,不是有效的金额", "0,不是有效的金额", "5.00,最低充值金额", "99999.00,余额上限"})
    void says_what_is_wrong_with_a_top_up_and_keeps_what_was_typed(String amount, String message) {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        String requestId = UUID.randomUUID().toString();
        assertThat(topUp(card, amount, requestId, true))
                .hasStatus(422)
                .bodyText()
                .contains(message, "value=\"" + amount + "\"")
                .as("the next try is another request")
                .doesNotContain(requestId);
    }

    @ParameterizedTest
    @CsvSource({"zh,给,开卡", "en,Issue a card to,PIN"})
    void issues_a_card_from_the_guests_page(Locale language, String title, String label) {
        var programme = given.memberPrice(30_000);
        long customer = given.customer();
        assertThat(get("/cards/new?customerId=" + customer, language, Role.FRONT_DESK))
                .hasStatusOk()
                .bodyText()
                .contains(title, label, programme.name(), "300.00")
                .doesNotContain("??");
        assertThat(web.post()
                        .uri("/cards")
                        .param("customerId", String.valueOf(customer))
                        .param("programmeCode", programme.code())
                        .param("feeTender", "WECHAT")
                        .param("pin", "")
                        .param("requestId", UUID.randomUUID().toString())
                        .locale(language)
                        .with(csrf())
                        .with(Fixtures.as(Role.FRONT_DESK)))
                .hasStatus(302);
        assertThat(cards.ofCustomer(customer)).hasSize(1);
    }

    @Test
    void freezes_and_lets_go_again() {
        CardSummary card = given.cardWith(10_000);
        assertThat(post("/cards/" + card.number() + "/freezes")).hasStatus(302);
        assertThat(get("/cards/" + card.number(), Locale.CHINESE, Role.MANAGER))
                .bodyText()
                .contains("已冻结", "解冻");
        assertThat(post("/cards/" + card.number() + "/unfreezes")).hasStatus(302);
        assertThat(cards.get(card.id()).status()).isEqualTo(CardStatus.ACTIVE);
    }

    @ParameterizedTest
    @CsvSource({"zh,卡种", "en,Card programmes"})
    void lists_programmes_in_plain_words(Locale language, String title) {
        var programme = given.combined(SpendOrder.PRINCIPAL_FIRST, 50_000L);
        assertThat(get("/programmes", language, Role.MANAGER))
                .hasStatusOk()
                .bodyText()
                .contains(title, programme.name(), "500.00")
                .doesNotContain("??");
        assertThat(get("/programmes/" + programme.code(), language, Role.MANAGER))
                .hasStatusOk()
                .bodyText()
                .contains(programme.name(), language.getLanguage().equals("zh") ? "打 8 折" : "20 % off")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({"zh,建立卡种", "en,Create programme"})
    void creates_a_programme_from_the_form(Locale language, String button) {
        assertThat(get("/programmes/new", language, Role.ADMINISTRATOR))
                .hasStatusOk()
                .bodyText()
                .contains(button)
                .doesNotContain("??");
        String code = "f" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(programme(code, "8000.00", language)).hasStatus(302);
        assertThat(programme(code, "8000.00", language)).hasStatus(422);
        assertThat(programme(code + "x", "eight", language))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"eight\"");
    }

    @Test
    void storedValueAsksForThePinUnlessSomebodyChoosesNever() {
        assertThat(get("/programmes/new", Locale.CHINESE, Role.ADMINISTRATOR))
                .bodyText()
                .containsPattern("value=\"ABOVE\"[^>]*selected")
                .contains("value=\"200.00\"");
        String code = "f" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(programme(code + "e", "8000", "", Locale.CHINESE)).hasStatus(422);
        assertThat(programme(code + "a", "8000", "￥１，０００", Locale.CHINESE)).hasStatus(302);
        assertThat(pinAbove(code + "a")).isEqualTo(100_000);
        assertThat(programme(code + "n", "8000", null, Locale.CHINESE)).hasStatus(302);
        assertThat(pinAbove(code + "n")).isNull();
    }

    private @Nullable Long pinAbove(String code) {
        return Objects.requireNonNull(programmes.get(code).terms().storedValue())
                .pinAboveMinor();
    }

    @Test
    void feeOfACardLeavesASlipAndALineOfTheStatement() {
        CardSummary card = given.card(given.memberPrice(30_000));
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            boolean chinese = language.equals(Locale.CHINESE);
            assertThat(get("/cards/" + card.number(), language, Role.CASHIER))
                    .bodyText()
                    .contains(chinese ? "卡费 300.00" : "Card fee 300.00", "/cards/" + card.number() + "/fee-slip")
                    .doesNotContain("??");
            assertThat(get("/cards/" + card.number() + "/fee-slip", language, Role.CASHIER))
                    .hasStatusOk()
                    .bodyText()
                    .contains(chinese ? "卡费单" : "Card fee slip", "¥300.00", card.maskedNumber())
                    .doesNotContain("??");
        }
        assertThat(get("/cards/" + given.cardWith(1_000).number() + "/fee-slip", Locale.CHINESE, Role.CASHIER))
                .hasStatus(404);
    }

    @Test
    void papersOfAnotherVenueAreNotOfferedToWhoMayNotOpenThem() {
        CardSummary withFee = given.card(given.memberPrice(30_000));
        CardSummary withMoney = given.cardWith(1_000);
        var stranger = new Actor(
                Actor.Kind.EMPLOYEE,
                0,
                "何志远",
                Role.CASHIER.permissions(),
                Set.of(people.freshVenue().id()));
        assertThat(web.get().uri("/cards/" + withFee.number()).with(Fixtures.as(stranger)))
                .hasStatusOk()
                .bodyText()
                .contains("卡费 300.00")
                .doesNotContain("/fee-slip");
        assertThat(web.get().uri("/cards/" + withMoney.number()).with(Fixtures.as(stranger)))
                .hasStatusOk()
                .bodyText()
                .contains("剩余本金")
                .doesNotContain("/cards/top-ups/");
        assertThat(get("/cards/" + withMoney.number(), Locale.CHINESE, Role.CASHIER))
                .bodyText()
                .contains("/cards/top-ups/");
    }

    @Test
    void cashierResetsAPinOnlyWithASecondPersonsSignIn() {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, 0L), "135790");
        var manager = people.hire(Role.MANAGER);
        var colleague = people.hire(Role.CASHIER);
        assertThat(resetPin(card, Role.CASHIER, "", "")).flash().containsEntry("wrongField", "approverPassword");
        assertThat(resetPin(card, Role.CASHIER, manager.loginName(), "wrong password"))
                .flash()
                .containsEntry("flashError", "invalid.approverUnknown");
        assertThat(resetPin(card, Role.CASHIER, colleague.loginName(), colleague.password()))
                .flash()
                .containsEntry("flashError", "refused.APPROVER_MAY_NOT");
        assertThat(pinEvents(card)).isZero();
        assertThat(resetPin(card, Role.CASHIER, manager.loginName(), manager.password()))
                .flash()
                .containsEntry("flash", "card.pin.done");
        assertThat(pinEvents(card)).isEqualTo(2);
        assertThat(resetPin(card, Role.MANAGER, "", "")).flash().containsEntry("flash", "card.pin.done");
    }

    /** What the audit log has of it: who set it and who allowed it. */
    private long pinEvents(CardSummary card) {
        return jdbc.sql("""
                        select count(*) from audit_line
                         where subject_type = 'card' and subject_id = :card
                           and action in ('card.pinSet', 'card.pinApproved')
                        """)
                .param("card", String.valueOf(card.id()))
                .query(Long.class)
                .single();
    }

    private MvcTestResult resetPin(CardSummary card, Role role, String approver, String password) {
        return web.post()
                .uri("/cards/{number}/pin", card.number())
                .param("pin", "246802")
                .param("again", "246802")
                .param("approver", approver)
                .param("approverPassword", password)
                .with(csrf())
                .with(Fixtures.as(role))
                .exchange();
    }

    @Test
    void takesNeitherOfTwoAmounts() {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        assertThat(web.post()
                        .uri("/cards/{number}/top-ups", card.number())
                        .param("amount", "20000")
                        .param("tier", "10000.00")
                        .param("tender", "CASH")
                        .param("confirmed", "true")
                        .param("requestId", UUID.randomUUID().toString())
                        .locale(Locale.CHINESE)
                        .with(csrf())
                        .with(Fixtures.as(Role.CASHIER)))
                .hasStatus(422)
                .bodyText()
                .contains("又按了 ¥10,000.00");
        assertThat(cards.get(card.id()).balanceMinor()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"zh,现在核对,全部相符", "en,Verify now,everything adds up"})
    void shows_the_verification_of_the_books(Locale language, String button, String done) {
        assertThat(get("/ledger", language, Role.MANAGER))
                .hasStatusOk()
                .bodyText()
                .contains(button)
                .doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({"8.5,8.5", "12.50,12.5", "'１２．５％',12.5", "100,100"})
    void takesAPercentageWithDecimals(String typed, String kept) {
        String code = freshCode();
        assertThat(discount(code, typed, "1.00")).hasStatus3xxRedirection();
        var discount = Objects.requireNonNull(programmes.get(code).terms().discount());
        assertThat(discount.offPaidOtherwise().percent()).isEqualByComparingTo(kept);
        assertThat(discount.offPaidByBalance().percent()).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.555", "100.01", "-1", "1e1", "8,5"})
    void showsAPercentageThatIsNoneAsItWasTyped(String typed) {
        assertThat(discount(freshCode(), typed, "7.25"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"" + typed + "\"", "value=\"7.25\"", "百分比须在 0 到 100 之间");
    }

    private static String freshCode() {
        return "p" + UUID.randomUUID().toString().substring(0, 8);
    }

    private MvcTestResult discount(String code, String paidOtherwise, String paidByBalance) {
        return web.post()
                .uri("/programmes")
                .param("code", code)
                .param("name", "银卡")
                .param("spendOrder", "PROPORTIONAL")
                .param("discount", "true")
                .param("percentOffPaidByBalance", paidByBalance)
                .param("percentOffPaidOtherwise", paidOtherwise)
                .param("earnPoints", "1")
                .param("memberValidMonths", "12")
                .locale(Locale.CHINESE)
                .with(csrf())
                .with(Fixtures.as(Role.ADMINISTRATOR))
                .exchange();
    }

    private MvcTestResult programme(String code, String tier, Locale language) {
        return programme(code, tier, "200", language);
    }

    private MvcTestResult programme(String code, String tier, @Nullable String pinAbove, Locale language) {
        return web.post()
                .uri("/programmes")
                .param("code", code)
                .param("name", "银卡")
                .param("storedValue", "true")
                .param("tierFrom", tier, "")
                .param("tierBonus", "1000.00", "")
                .param("spendOrder", "PROPORTIONAL")
                .param("pinRule", pinAbove == null ? "NEVER" : "ABOVE")
                .param("pinAbove", pinAbove == null ? "" : pinAbove)
                .param("percentOffPaidByBalance", "0")
                .param("percentOffPaidOtherwise", "12")
                .param("discount", "true")
                .param("earnPoints", "1")
                .param("memberValidMonths", "12")
                .locale(language)
                .with(csrf())
                .with(Fixtures.as(Role.ADMINISTRATOR))
                .exchange();
    }

    private MvcTestResult topUp(CardSummary card, String amount, String requestId, boolean confirmed) {
        var request = web.post().uri("/cards/{number}/top-ups", card.number());
        if (confirmed) {
            request.param("confirmed", "true");
        }
        return request.param("amount", amount)
                .param("tender", "CASH")
                .param("requestId", requestId)
                .locale(Locale.CHINESE)
                .with(csrf())
                .with(Fixtures.as(Role.CASHIER))
                .exchange();
    }

    private MvcTestResult post(String uri) {
        return web.post().uri(uri).with(csrf()).with(Fixtures.as(Role.MANAGER)).exchange();
    }

    private MvcTestResult get(String uri, Locale language, Role role) {
        return web.get().uri(uri).locale(language).with(Fixtures.as(role)).exchange();
    }
}
