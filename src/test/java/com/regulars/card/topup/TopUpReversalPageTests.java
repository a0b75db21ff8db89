package com.regulars.card.topup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.card.CardFixtures;
import com.regulars.card.CardSummary;
import com.regulars.card.Cards;
import com.regulars.ledger.SpendOrder;
import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Paying a top-up out again at the desk: the sums first, then a second person, then the slip. */
@RegularsTest
@Import(CardFixtures.class)
class TopUpReversalPageTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    CardFixtures given;

    @Autowired
    Fixtures people;

    @Autowired
    Cards cards;

    @ParameterizedTest
    @CsvSource({"zh,店方原因,顾客自己要退,充值退款单", "en,cause,own wish,Refund of a top-up"})
    void shows_the_calculation_of_both_causes_before_and_the_chosen_one_after(
            Locale language, String house, String guest, String slip) {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        String topUp = given.topUp(card, 100_000).id();
        given.pay(card, 48_000);
        assertThat(get("/cards/" + card.number(), language, Role.CASHIER))
                .bodyText()
                .contains("/cards/top-ups/" + topUp + "/refund", "520.00", "100.00")
                .doesNotContain("??");
        assertThat(get("/cards/top-ups/" + topUp + "/refund", language, Role.CASHIER))
                .hasStatusOk()
                .bodyText()
                .contains(house, guest, "480.00", "¥563.64", "56.36", "¥520.00", "name=\"approver\"")
                .doesNotContain("/voids", "??");

        MvcTestResult done = refund(
                topUp, Role.MANAGER, "CUSTOMER", "", "", UUID.randomUUID().toString());
        assertThat(get(done.getResponse().getRedirectedUrl(), language, Role.FRONT_DESK))
                .hasStatusOk()
                .bodyText()
                .contains(slip, "¥520.00", "480.00", "100.00", card.maskedNumber(), guest)
                .doesNotContain("??");
        assertThat(get("/cards/top-ups/" + topUp, language, Role.CASHIER))
                .bodyText()
                .contains("/cards/top-ups/reversals/", "¥520.00")
                .doesNotContain("??");
        assertThat(get("/cards/top-ups/" + topUp + "/refund", language, Role.MANAGER))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<form method=\"post\" action=\"/cards/top-ups", "??");
    }

    @Test
    void a_cashier_voids_a_mistake_only_with_a_second_person_and_once() {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        String topUp = given.topUp(card, 1_000_000).id();
        var manager = people.hire(Role.MANAGER);
        var colleague = people.hire(Role.CASHIER);
        assertThat(get("/cards/top-ups/" + topUp + "/refund", Locale.CHINESE, Role.CASHIER))
                .bodyText()
                .contains("/voids", "按原付款方式（现金）退 ¥10,000.00");
        assertThat(takeBack(topUp, Role.CASHIER, "", "", "one"))
                .flash()
                .containsEntry("wrongField", "approverPassword");
        assertThat(takeBack(topUp, Role.CASHIER, colleague.loginName(), colleague.password(), "two"))
                .flash()
                .containsEntry("flashError", "refused.APPROVER_MAY_NOT");
        assertThat(cards.get(card.id()).balanceMinor()).isEqualTo(1_200_000);

        MvcTestResult done = takeBack(topUp, Role.CASHIER, manager.loginName(), manager.password(), "three");
        assertThat(done).hasStatus(302);
        assertThat(cards.get(card.id()).balanceMinor()).isZero();
        String slip = done.getResponse().getRedirectedUrl();
        assertThat(takeBack(topUp, Role.CASHIER, manager.loginName(), manager.password(), "three"))
                .hasRedirectedUrl(slip);
        assertThat(get(slip, Locale.CHINESE, Role.CASHIER)).bodyText().contains("充值撤销单", "¥10,000.00", "批准");
        assertThat(takeBack(topUp, Role.MANAGER, "", "", "four"))
                .flash()
                .containsEntry("flashError", "refused.TOP_UP_USED");
    }

    @Test
    void says_what_is_wrong_with_a_refund() {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        String topUp = given.topUp(card, 100_000).id();
        assertThat(refund(topUp, Role.CASHIER, "BUSINESS", "nobody", "nothing", "a"))
                .flash()
                .containsEntry("flashError", "invalid.approverUnknown")
                .containsEntry("typed", Map.of("approver", "nobody", "cause", "BUSINESS", "tender", "CASH"));
        assertThat(get("/cards/top-ups/999999999/refund", Locale.CHINESE, Role.MANAGER))
                .hasStatus(404);
        assertThat(get("/cards/top-ups/reversals/999999999", Locale.CHINESE, Role.MANAGER))
                .hasStatus(404);
        refund(topUp, Role.MANAGER, "BUSINESS", "", "", "b");
        assertThat(refund(topUp, Role.MANAGER, "BUSINESS", "", "", "c"))
                .flash()
                .containsEntry("flashError", "refused.REFUND_TOO_LARGE");
    }

    private MvcTestResult get(String path, Locale language, Role role) {
        return web.get().uri(path).locale(language).with(Fixtures.as(role)).exchange();
    }

    private MvcTestResult refund(
            String topUp, Role role, String cause, String approver, String password, String requestId) {
        return web.post()
                .uri("/cards/top-ups/{id}/refunds", topUp)
                .param("cause", cause)
                .param("tender", "CASH")
                .param("requestId", requestId + topUp)
                .param("approver", approver)
                .param("approverPassword", password)
                .with(csrf())
                .with(Fixtures.as(role))
                .exchange();
    }

    private MvcTestResult takeBack(String topUp, Role role, String approver, String password, String requestId) {
        return web.post()
                .uri("/cards/top-ups/{id}/voids", topUp)
                .param("requestId", requestId + topUp)
                .param("approver", approver)
                .param("approverPassword", password)
                .with(csrf())
                .with(Fixtures.as(role))
                .exchange();
    }
}
