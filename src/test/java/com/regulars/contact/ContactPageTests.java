package com.regulars.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.access.CurrentActor;
import com.regulars.customer.CustomerRegistration;
import com.regulars.customer.CustomerSummary;
import com.regulars.customer.RegisterCustomer;
import com.regulars.customer.observation.ObservationCategory;
import com.regulars.customer.observation.ObservationQueries;
import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@RegularsTest
class ContactPageTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    ContactLog log;

    @Autowired
    ContactHistory history;

    @Autowired
    CustomerRegistration registration;

    @Autowired
    ObservationQueries observations;

    CustomerSummary guest;

    @BeforeEach
    void registerGuest() {
        guest = CurrentActor.asSystem(() -> registration.register(
                RegisterCustomer.person("李婉清" + UUID.randomUUID().toString().substring(0, 6), null)));
    }

    @ParameterizedTest
    @CsvSource({"zh,来电,记录人", "en,Call received,Logged by"})
    void listsContactsInBothLanguages(Locale language, String way, String column) {
        logCall("来电订包间");

        assertThat(web.get()
                        .uri("/contacts?customerId={id}", guest.id())
                        .locale(language)
                        .with(Fixtures.as(Role.CUSTOMER_SERVICE)))
                .hasStatusOk()
                .bodyText()
                .contains(way, column, "来电订包间", guest.name())
                .doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({"zh,说了什么", "en,What was said"})
    void showsOneContactAndItsForms(Locale language, String label) {
        long id = logCall("来电询问储值活动");

        for (String page :
                new String[] {"/contacts/" + id, "/contacts/" + id + "/edit", "/contacts/" + id + "/correction"}) {
            assertThat(web.get().uri(page).locale(language).with(Fixtures.as(Role.CUSTOMER_SERVICE)))
                    .hasStatusOk()
                    .bodyText()
                    .contains(label, "来电询问储值活动")
                    .doesNotContain("??");
        }
    }

    @Test
    void oneLineFromTheGuestsPageIsLoggedAndLeadsBackThere() {
        assertThat(web.post()
                        .uri("/contacts")
                        .param("customerId", String.valueOf(guest.id()))
                        .param("channel", "CALL")
                        .param("direction", "OUT")
                        .param("said", "去电致谢")
                        .with(csrf())
                        .with(Fixtures.as(Role.FRONT_DESK)))
                .hasRedirectedUrl("/customers/" + guest.id());

        assertThat(history.ofGuest(guest.id(), 1).newest().getFirst().said()).isEqualTo("去电致谢");
    }

    @Test
    void whatWasLearntJoinsTheGuestsCard() {
        assertThat(web.post()
                        .uri("/contacts")
                        .param("customerId", String.valueOf(guest.id()))
                        .param("channel", "CALL")
                        .param("direction", "IN")
                        .param("said", "来电订包间")
                        .param("learnt", "对花生过敏")
                        .param("learntAbout", "DIETARY")
                        .with(csrf())
                        .with(Fixtures.as(Role.FRONT_DESK)))
                .hasRedirectedUrl("/customers/" + guest.id());

        assertThat(observations.of(guest.id())).singleElement().satisfies(observation -> {
            assertThat(observation.text()).isEqualTo("对花生过敏");
            assertThat(observation.category()).isEqualTo(ObservationCategory.DIETARY);
        });
    }

    @Test
    void aWrongFormComesBackWithWhatWasTyped() {
        assertThat(web.post()
                        .uri("/contacts")
                        .param("customerId", String.valueOf(guest.id()))
                        .param("channel", "SMS")
                        .param("direction", "OUT")
                        .param("occurredAt", "2099-01-01T10:00")
                        .param("said", "生日祝福")
                        .with(csrf())
                        .with(Fixtures.as(Role.FRONT_DESK))
                        .locale(Locale.CHINESE))
                .hasStatus(422)
                .bodyText()
                .contains("生日祝福", "联络时间不能晚于现在");
        assertThat(history.ofGuest(guest.id(), 1).count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"zh,还没有联络记录", "en,No contacts yet"})
    void theGuestsPageShowsTheLogWithoutKnowingIt(Locale language, String empty) {
        assertThat(web.get().uri("/customers/{id}", guest.id()).locale(language).with(Fixtures.as(Role.FRONT_DESK)))
                .hasStatusOk()
                .bodyText()
                .contains(empty, "/contacts/new?customerId=" + guest.id());

        logCall("来电确认家宴菜单");

        assertThat(web.get().uri("/customers/{id}", guest.id()).locale(language).with(Fixtures.as(Role.FRONT_DESK)))
                .bodyText()
                .contains("来电确认家宴菜单")
                .doesNotContain(empty, "??");
    }

    private long logCall(String said) {
        return CurrentActor.as(
                Fixtures.employee(Role.CUSTOMER_SERVICE),
                () -> log.log(LogContact.line(guest.id(), Channel.CALL, Direction.IN, Instant.now(), said)));
    }
}
