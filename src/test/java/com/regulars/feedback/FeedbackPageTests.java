package com.regulars.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.access.CurrentActor;
import com.regulars.customer.CustomerRegistration;
import com.regulars.customer.CustomerSummary;
import com.regulars.customer.Customers;
import com.regulars.customer.RegisterCustomer;
import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.Venue;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RegularsTest
class FeedbackPageTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketWork work;

    @Autowired
    TicketBook book;

    @Autowired
    CustomerRegistration registration;

    @Autowired
    Customers customers;

    @Autowired
    Fixtures fixtures;

    Venue venue;
    CustomerSummary guest;

    @BeforeEach
    void registerGuest() {
        venue = fixtures.freshVenue();
        guest = CurrentActor.asSystem(() -> registration.register(
                RegisterCustomer.person("解小龙" + UUID.randomUUID().toString().substring(0, 6), null)));
    }

    @ParameterizedTest
    @CsvSource({"zh,未结,负责人", "en,Open,Owner"})
    void listsTicketsInBothLanguages(Locale language, String tab, String column) {
        var ticket = take("等了四十分钟才上第一道菜");

        assertThat(web.get()
                        .uri("/feedback?customerId={id}", guest.id())
                        .locale(language)
                        .with(Fixtures.as(Role.CUSTOMER_SERVICE)))
                .hasStatusOk()
                .bodyText()
                .contains(tab, column, ticket.number(), "等了四十分钟才上第一道菜", guest.name())
                .doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({"zh,顾客原话,标为已解决", "en,What the guest said,Mark as solved"})
    void showsTheGuestsWordsFirst(Locale language, String words, String solve) {
        var ticket = take("水煮鱼里有刺没挑净");

        assertThat(web.get()
                        .uri("/feedback/{id}", ticket.id())
                        .locale(language)
                        .with(Fixtures.as(Role.CUSTOMER_SERVICE)))
                .hasStatusOk()
                .bodyText()
                .contains(words, solve, "水煮鱼里有刺没挑净")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({"zh,顾客信息处理表,管理者意见", "en,Guest information form,Opinion of management"})
    void printsTheForm(Locale language, String title, String opinion) {
        var ticket = take("结账时会员价没有算进去");

        assertThat(web.get()
                        .uri("/feedback/{id}/print", ticket.id())
                        .locale(language)
                        .with(Fixtures.as(Role.CUSTOMER_SERVICE)))
                .hasStatusOk()
                .bodyText()
                .contains(title, opinion, "QR855-01", ticket.number(), "结账时会员价没有算进去")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({"zh,照顾客的原话写", "en,As the guest said it"})
    void offersTheFormForAGuest(Locale language, String hint) {
        assertThat(web.get()
                        .uri("/feedback/new?customerId={id}", guest.id())
                        .locale(language)
                        .with(Fixtures.as(Role.FRONT_DESK)))
                .hasStatusOk()
                .bodyText()
                .contains(hint, guest.name())
                .doesNotContain("??");
    }

    @Test
    void aTicketFromTheListFindsItsGuest() {
        var guest = CurrentActor.as(
                Fixtures.employee(Role.values()),
                () -> registration.register(RegisterCustomer.person("欧阳静" + System.nanoTime(), null)));
        assertThat(web.get()
                        .uri("/feedback/new?guestQuery=" + guest.number())
                        .locale(Locale.CHINESE)
                        .with(Fixtures.as(Role.FRONT_DESK)))
                .hasStatusOk()
                .bodyText()
                .contains(guest.name(), "name=\"customerId\" value=\"" + guest.id() + "\"", "都不是");
    }

    @Test
    void aTicketFromTheListRegistersItsGuest() {
        String name = "司徒" + System.nanoTime();
        var venue = fixtures.freshVenue();
        assertThat(take(venue.code(), name, "abc", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#guestPhone\">手机号：", "茶凉了");
        assertThat(take(venue.code(), "", "", "true")).hasStatus(422).bodyText().contains("href=\"#guestName\">");
        assertThat(take(venue.code(), name, "", "true")).hasStatus3xxRedirection();
        var found = CurrentActor.as(Fixtures.employee(Role.values()), () -> customers.search(name, 2));
        assertThat(found).hasSize(1);
        var tickets = CurrentActor.as(
                Fixtures.employee(Role.values()),
                () -> book.ofGuest(found.getFirst().id(), 5).tickets());
        assertThat(tickets).singleElement().extracting(TicketSummary::text).isEqualTo("茶凉了");
    }

    private MvcTestResult take(String venueCode, String name, String phone, String register) {
        return web.post()
                .uri("/feedback")
                .locale(Locale.CHINESE)
                .with(Fixtures.as(Role.FRONT_DESK))
                .with(csrf())
                .param("venueCode", venueCode)
                .param("guestName", name)
                .param("guestPhone", phone)
                .param("register", register)
                .param("source", "CUSTOMER_CAME")
                .param("category", "QUALITY_PROBLEM")
                .param("severity", "NORMAL")
                .param("text", "茶凉了")
                .exchange();
    }

    @Test
    void takesATicketAtTheDesk() {
        var answer = web.post()
                .uri("/feedback")
                .param("customerId", String.valueOf(guest.id()))
                .param("venueCode", venue.code())
                .param("source", "CUSTOMER_CAME")
                .param("category", "QUALITY_PROBLEM")
                .param("severity", "HIGH")
                .param("text", "服务员上汤时溅到衣服")
                .with(csrf())
                .with(Fixtures.as(Role.FRONT_DESK))
                .exchange();

        var ticket = CurrentActor.asSystem(() -> book.ofGuest(guest.id(), 1).tickets())
                .getFirst();
        assertThat(answer).hasRedirectedUrl("/feedback/" + ticket.id());
        assertThat(ticket.ownerName()).isEqualTo("测试员");
        assertThat(ticket.severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void aFormWithoutWordsComesBack() {
        assertThat(web.post()
                        .uri("/feedback")
                        .param("venueCode", venue.code())
                        .param("source", "OTHER")
                        .param("category", "OTHER")
                        .param("severity", "LOW")
                        .param("product", "老鸭汤")
                        .with(csrf())
                        .with(Fixtures.as(Role.FRONT_DESK)))
                .hasStatus(422)
                .bodyText()
                .contains("老鸭汤");
    }

    @Test
    void solvingWithoutAResultShowsThePageAgain() {
        var ticket = take("汤太咸");

        assertThat(web.post()
                        .uri("/feedback/{id}/solution", ticket.id())
                        .param("version", String.valueOf(ticket.version()))
                        .param("words", " ")
                        .with(csrf())
                        .with(Fixtures.as(Role.CUSTOMER_SERVICE))
                        .locale(Locale.CHINESE))
                .hasStatus(422)
                .bodyText()
                .contains("is-invalid", "汤太咸");
    }

    @Test
    void whoComesSecondSeesTheLatestAndKeepsWhatWasTyped() {
        var ticket = take("汤太咸");
        CurrentActor.as(Fixtures.employee(Role.CUSTOMER_SERVICE), () -> {
            work.begin(ticket.id(), ticket.version());
            return ticket;
        });

        assertThat(web.post()
                        .uri("/feedback/{id}/solution", ticket.id())
                        .param("version", String.valueOf(ticket.version()))
                        .param("words", "重做一份")
                        .with(csrf())
                        .with(Fixtures.as(Role.CUSTOMER_SERVICE))
                        .locale(Locale.CHINESE))
                .hasStatus(422)
                .bodyText()
                .contains("同事刚刚改动了这件工单", "重做一份");
    }

    @Test
    void wordsForAStepThatIsGoneAreShownToBeCopied() {
        var ticket = take("汤太咸");
        CurrentActor.as(Fixtures.employee(Role.CUSTOMER_SERVICE), () -> {
            work.solve(ticket.id(), ticket.version(), "重做了");
            return ticket;
        });

        assertThat(web.post()
                        .uri("/feedback/{id}/questions", ticket.id())
                        .param("version", String.valueOf(ticket.version()))
                        .param("words", "您哪天方便？")
                        .with(csrf())
                        .with(Fixtures.as(Role.CUSTOMER_SERVICE))
                        .locale(Locale.CHINESE))
                .hasStatus(422)
                .bodyText()
                .contains("同事刚刚改动了这件工单", "您写的内容没有保存", "您哪天方便？");
    }

    @Test
    void tooManyWordsForAColleagueAreNotLost() {
        var ticket = take("汤太咸");
        String words = "请你接手".repeat(200);

        assertThat(web.post()
                        .uri("/feedback/{id}/offer", ticket.id())
                        .param("version", String.valueOf(ticket.version()))
                        .param("colleague", "EMPLOYEE:1")
                        .param("words", words)
                        .with(csrf())
                        .with(Fixtures.as(Role.CUSTOMER_SERVICE)))
                .hasStatus(422)
                .bodyText()
                .contains(words);
    }

    @Test
    void solvesAndSigns() {
        var ticket = take("汤太咸");

        assertThat(web.post()
                        .uri("/feedback/{id}/solution", ticket.id())
                        .param("version", String.valueOf(ticket.version()))
                        .param("words", "重做一份，客人满意")
                        .with(csrf())
                        .with(Fixtures.as(Role.CUSTOMER_SERVICE)))
                .hasRedirectedUrl("/feedback/" + ticket.id());
        assertThat(web.get().uri("/feedback/{id}", ticket.id()).with(Fixtures.as(Role.MANAGER)))
                .bodyText()
                .contains("重做一份，客人满意", "测试员");
    }

    @ParameterizedTest
    @CsvSource({"zh,未结工单", "en,Open tickets"})
    void theGuestsPageShowsTicketsWithoutKnowingThem(Locale language, String figure) {
        var ticket = take("包间空调不制冷");

        assertThat(web.get()
                        .uri("/customers/{id}", guest.id())
                        .locale(language)
                        .with(Fixtures.as(Role.CUSTOMER_SERVICE)))
                .hasStatusOk()
                .bodyText()
                .contains(figure, ticket.number(), "包间空调不制冷", "/feedback/new?customerId=" + guest.id())
                .doesNotContain("??");
    }

    private TicketSummary take(String text) {
        return CurrentActor.as(
                Fixtures.employee(Role.CUSTOMER_SERVICE),
                () -> tickets.take(new TakeTicket(
                        venue.id(),
                        guest.id(),
                        TicketSource.CUSTOMER_CAME,
                        TicketCategory.QUALITY_PROBLEM,
                        null,
                        text,
                        null)));
    }
}
