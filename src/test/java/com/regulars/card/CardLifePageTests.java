package com.regulars.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.ledger.SpendOrder;
import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A lost card and the one in its place, as people do it at the desk. */
@RegularsTest
@Import(CardFixtures.class)
class CardLifePageTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    CardFixtures given;

    @Autowired
    Fixtures people;

    @Autowired
    Cards cards;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_front_desk_reports_a_card_lost_and_says_what_moves_before_it_is_replaced() {
        CardSummary card = given.cardWith(1_000_000);
        assertThat(web.post()
                        .uri("/cards/{number}/loss-reports", card.number())
                        .with(csrf())
                        .with(Fixtures.as(Role.FRONT_DESK)))
                .hasRedirectedUrl("/cards/" + card.number())
                .flash()
                .containsEntry("flash", "card.lost.done");
        assertThat(cards.get(card.id()).status()).isEqualTo(CardStatus.LOST);
        assertThat(show(card, Locale.CHINESE, Role.FRONT_DESK))
                .bodyText()
                .contains("已挂失", "补一张新卡", "10,000.00", "2,000.00", "请一位有权的同事")
                .doesNotContain("/loss-reports", "/freezes", "/pin", "??");
        assertThat(show(card, Locale.ENGLISH, Role.MANAGER))
                .bodyText()
                .contains("Reported lost", "What moves to it")
                .doesNotContain("name=\"approver\"", "??");
    }

    @Test
    void the_front_desk_replaces_a_card_only_with_a_second_person() {
        CardSummary card = given.cardWith(1_000_000);
        var manager = people.hire(Role.MANAGER);
        var colleague = people.hire(Role.CASHIER);
        assertThat(replace(card, Role.FRONT_DESK, "", "", ""))
                .flash()
                .containsEntry("wrongReplacement", "approverPassword");
        assertThat(replace(card, Role.FRONT_DESK, manager.loginName(), "wrong password", ""))
                .flash()
                .containsEntry("flashError", "invalid.approverUnknown")
                .containsEntry("replacementApprover", manager.loginName());
        assertThat(replace(card, Role.FRONT_DESK, colleague.loginName(), colleague.password(), ""))
                .flash()
                .containsEntry("flashError", "refused.APPROVER_MAY_NOT");
        assertThat(cards.get(card.id()).status()).isEqualTo(CardStatus.ACTIVE);

        assertThat(replace(card, Role.FRONT_DESK, manager.loginName(), manager.password(), "once"))
                .hasRedirectedUrl("/cards/" + card.number() + "/replacement");
        assertThat(cards.get(card.id()).status()).isEqualTo(CardStatus.REPLACED);
        assertThat(jdbc.sql("select approved_by_key from card_replacement where card_id = :card")
                        .param("card", card.id())
                        .query(String.class)
                        .single())
                .startsWith("EMPLOYEE:");
    }

    @ParameterizedTest
    @CsvSource({"zh,补卡单,转到新卡,都转到新卡", "en,Replacement slip,Moved to the new card,are on the new one"})
    void pressing_twice_replaces_once_and_the_slip_and_both_cards_tell_it(
            Locale language, String title, String moved, String where) {
        CardSummary card = given.card(given.combined(SpendOrder.PRINCIPAL_FIRST, null));
        given.topUp(card, 1_000_000);
        String requestId = UUID.randomUUID().toString();
        assertThat(replace(card, Role.MANAGER, "", "", requestId)).hasStatus(302);
        MvcTestResult again = replace(card, Role.MANAGER, "", "", requestId);
        assertThat(again).hasRedirectedUrl("/cards/" + card.number() + "/replacement");
        assertThat(cards.ofCustomer(card.customerId())).hasSize(2);
        CardSummary successor = cards.ofCustomer(card.customerId()).getLast();

        assertThat(get("/cards/" + card.number() + "/replacement", language, Role.FRONT_DESK))
                .hasStatusOk()
                .bodyText()
                .contains(title, moved, "¥12,000.00", card.maskedNumber(), successor.maskedNumber())
                .doesNotContain("??");
        assertThat(show(card, language, Role.MANAGER))
                .bodyText()
                .contains(where, "/cards/" + successor.number())
                .doesNotContain("/replacements", "/freezes", "??");
        assertThat(show(successor, language, Role.MANAGER))
                .bodyText()
                .contains("/cards/" + card.number(), "¥12,000.00")
                .doesNotContain("??");
        assertThat(get("/customers/" + card.customerId(), language, Role.MANAGER))
                .bodyText()
                .contains(language.equals(Locale.ENGLISH) ? "Card replaced" : "补卡：")
                .doesNotContain("??");
    }

    @Test
    void a_card_that_was_not_replaced_has_no_slip_and_one_that_was_cannot_be_lost() {
        CardSummary card = given.cardWith(1_000);
        assertThat(get("/cards/" + card.number() + "/replacement", Locale.CHINESE, Role.MANAGER))
                .hasStatus(404);
        replace(card, Role.MANAGER, "", "", "first");
        assertThat(web.post()
                        .uri("/cards/{number}/loss-reports", card.number())
                        .with(csrf())
                        .with(Fixtures.as(Role.MANAGER)))
                .flash()
                .containsEntry("flashError", "refused.CARD_NOT_ACTIVE");
        assertThat(replace(card, Role.MANAGER, "", "", "second"))
                .flash()
                .containsEntry("flashError", "refused.CARD_NOT_ACTIVE");
    }

    private MvcTestResult show(CardSummary card, Locale language, Role role) {
        return get("/cards/" + card.number(), language, role);
    }

    private MvcTestResult get(String path, Locale language, Role role) {
        return web.get().uri(path).locale(language).with(Fixtures.as(role)).exchange();
    }

    private MvcTestResult replace(CardSummary card, Role role, String approver, String password, String requestId) {
        return web.post()
                .uri("/cards/{number}/replacements", card.number())
                .param("requestId", requestId + card.number())
                .param("approver", approver)
                .param("approverPassword", password)
                .with(csrf())
                .with(Fixtures.as(role))
                .exchange();
    }
}
