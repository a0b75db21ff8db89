package com.regulars.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.access.CurrentActor;
import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RegularsTest
class CustomerPageTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    CustomerRegistration registration;

    @Autowired
    GuestQueries guests;

    @Autowired
    CustomerRatings ratings;

    @Autowired
    JdbcClient jdbc;

    CustomerSummary guest;
    String phone;

    @BeforeEach
    void registerGuest() {
        phone = CustomerModuleTests.freshPhone();
        guest = CurrentActor.asSystem(() -> registration.register(new RegisterCustomer(
                CustomerKind.PERSON,
                "张建国" + UUID.randomUUID().toString().substring(0, 6),
                phone,
                "zjg@example.com",
                Gender.M,
                LocalDate.of(1978, 11, 25),
                null,
                List.of("老客"))));
    }

    @ParameterizedTest
    @CsvSource({"zh,偏好与观察,变更记录,建档", "en,Preferences and observations,History,Registered"})
    void showsTheCardInBothLanguages(Locale language, String panel, String history, String event) {
        ratings.apply(List.of(new RatingChange(guest.id(), "B", "RATED", LocalDate.of(2026, 11, 3), "A")));
        assertThat(web.get().uri("/customers/{id}", guest.id()).locale(language).with(Fixtures.as(Role.FRONT_DESK)))
                .hasStatusOk()
                .bodyText()
                .contains(guest.name(), guest.number(), guest.phoneMasked(), panel, history, event, "quad-b", "老客")
                .doesNotContain(phone, "zjg@example.com", "??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void listsFiltersAndSortsInBothLanguages(Locale language) {
        for (String query : List.of(
                "",
                "?view=best",
                "?view=lapsed",
                "?view=birthdays",
                "?q=zhangjianguo&quadrant=A&quadrant=B&stage=POTENTIAL&kind=PERSON&tag=老客&sort=name",
                "?sort=moved&page=99999",
                "?q=nobodyhasthisname")) {
            assertThat(web.get().uri("/customers" + query).locale(language).with(Fixtures.as(Role.MANAGER)))
                    .as(query)
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("??");
        }
        assertThat(web.get().uri("/customers?q={q}", guest.name()).with(Fixtures.as(Role.MANAGER)))
                .bodyText()
                .contains(guest.phoneMasked())
                .doesNotContain(phone);
    }

    @Test
    void registersInOneLineAndGoesToTheCard() {
        String name = "李婉清" + UUID.randomUUID().toString().substring(0, 6);
        var result = post("/customers", "name", name, "phone", CustomerModuleTests.freshPhone());
        assertThat(result).hasStatus3xxRedirection();
        assertThat(result.getResponse().getRedirectedUrl()).matches("/customers/\\d+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void showsWhoHasThePhoneAndKeepsWhatWasTyped(Locale language) {
        assertThat(web.post()
                        .uri("/customers")
                        .param("name", "别人")
                        .param("phone", phone)
                        .locale(language)
                        .with(csrf())
                        .with(Fixtures.as(Role.FRONT_DESK)))
                .hasStatus(422)
                .bodyText()
                .contains("别人", phone, guest.number(), "/customers/" + guest.id())
                .doesNotContain("??");
    }

    @Test
    void slipsInAnotherFieldAreNoSearchesForThePhone() {
        for (int i = 0; i < 70; i++) {
            assertThat(post(
                            "/customers",
                            "name",
                            "王五",
                            "phone",
                            CustomerModuleTests.freshPhone(),
                            "email",
                            "no address"))
                    .hasStatus(422);
        }
    }

    @Test
    void refusesANameOfBlanks() {
        assertThat(post("/customers", "name", "  ")).hasStatus(422);
    }

    @Test
    void savesAnEditAndKeepsItsHistory() {
        assertThat(post("/customers/" + guest.id(), edit(0, "王五"))).hasStatus3xxRedirection();
        var card = guests.get(guest.id());
        assertThat(card.profile().name()).isEqualTo("王五");
        assertThat(card.profile().phone()).isEqualTo("+86" + phone);
        assertThat(card.profile().consentPhone()).isTrue();
        assertThat(card.tags()).isEmpty();
        assertThat(web.get()
                        .uri("/customers/{id}", guest.id())
                        .locale(Locale.CHINESE)
                        .with(Fixtures.as(Role.FRONT_DESK)))
                .bodyText()
                .contains(guest.name(), "花生过敏", "测试员");
    }

    @Test
    void theFormAsksForEveryFieldOfTheProfile() {
        var asked = ProfileField.ALL.stream()
                .map(ProfileField::name)
                .filter(field -> !field.equals("externalRef"))
                .map(field -> "name=\"" + field + "\"")
                .toList();
        assertThat(web.get().uri("/customers/{id}/edit", guest.id()).with(Fixtures.as(Role.FRONT_DESK)))
                .bodyText()
                .contains(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void refusesAnEditOfAVersionThatIsNoLongerTheLatest(Locale language) {
        assertThat(post("/customers/" + guest.id(), edit(0, "王五"))).hasStatus3xxRedirection();
        assertThat(web.get()
                        .uri("/customers/{id}/edit", guest.id())
                        .locale(language)
                        .with(Fixtures.as(Role.FRONT_DESK)))
                .hasStatusOk()
                .bodyText()
                .contains("王五")
                .doesNotContain("??");
        assertThat(post("/customers/" + guest.id(), edit(0, "赵六")))
                .hasStatus(422)
                .bodyText()
                .contains("测试员", "赵六");
        assertThat(guests.get(guest.id()).profile().name()).isEqualTo("王五");
    }

    @Test
    void revealsThePhoneOnceAndLogsTheLook() {
        var result = post("/customers/" + guest.id() + "/reveal");
        assertThat(result).hasStatusOk().bodyText().contains(phone, "zjg@example.com");
        assertThat(jdbc.sql("select count(*) from audit_line where action = 'customer.revealed' and subject_id = :id")
                        .param("id", String.valueOf(guest.id()))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(web.post()
                        .uri("/customers/{id}/reveal", guest.id())
                        .with(csrf())
                        .with(Fixtures.as(Role.CASHIER)))
                .hasStatus(403);
    }

    @Test
    void notesRetiresAndRestoresAnObservation() {
        String path = "/customers/" + guest.id() + "/observations";
        assertThat(post(path, "category", "DIETARY", "text", "花生过敏")).hasStatus3xxRedirection();
        long id = jdbc.sql("select id from customer_observation where customer_id = :id")
                .param("id", guest.id())
                .query(Long.class)
                .single();
        assertThat(page()).contains("tag-lg tag-danger", "花生过敏");
        assertThat(post(path + "/" + id + "/retirement")).hasStatus3xxRedirection();
        assertThat(page()).contains("struck").doesNotContain("tag-lg tag-danger");
        assertThat(post(path + "/" + id + "/restoration")).hasStatus3xxRedirection();
        assertThat(page()).contains("tag-lg tag-danger");
    }

    @Test
    void whatIsTooLongForAnObservationOrATagIsSentBackToItsField() {
        String text = "爱吃辣".repeat(200);
        var observation = post("/customers/" + guest.id() + "/observations", "category", "DIETARY", "text", text);
        assertThat(observation).flash().containsEntry("typed", Map.of("category", "DIETARY", "text", text));
        assertThat(post("/customers/tags", "name", text)).flash().containsEntry("typed", Map.of("new", text));
    }

    @Test
    void keepsTagsInOneManagedList() {
        String tag = "靠窗" + UUID.randomUUID().toString().substring(0, 6);
        assertThat(post("/customers/tags", "name", tag)).hasStatus3xxRedirection();
        assertThat(post("/customers/" + guest.id() + "/tags", "tag", tag)).hasStatus3xxRedirection();
        assertThat(guests.get(guest.id()).tags()).contains(tag);
        assertThat(post("/customers/" + guest.id() + "/tags/removal", "tag", tag))
                .hasStatus3xxRedirection();
        assertThat(guests.get(guest.id()).tags()).containsExactly("老客");
        assertThat(post("/customers/" + guest.id() + "/tags", "tag", "不在表里")).hasStatus3xxRedirection();
        assertThat(guests.get(guest.id()).tags()).containsExactly("老客");
        assertThat(web.get().uri("/customers/tags").locale(Locale.ENGLISH).with(Fixtures.as(Role.MANAGER)))
                .hasStatusOk()
                .bodyText()
                .contains(tag)
                .doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void showsTheFormForANewGuestInBothLanguages(Locale language) {
        assertThat(web.get().uri("/customers/new").locale(language).with(Fixtures.as(Role.FRONT_DESK)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("??");
    }

    @Test
    void confirmsTheCard() {
        assertThat(post("/customers/" + guest.id() + "/confirmations")).hasStatus3xxRedirection();
    }

    private String page() {
        var result = web.get()
                .uri("/customers/{id}", guest.id())
                .locale(Locale.CHINESE)
                .with(Fixtures.as(Role.FRONT_DESK))
                .exchange();
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String[] edit(int version, String name) {
        return new String[] {
            "version",
            String.valueOf(version),
            "name",
            name,
            "kind",
            "PERSON",
            "stage",
            "REGULAR",
            "dietary",
            "花生过敏",
            "consentPhone",
            "YES",
            "phone",
            "",
            "email",
            ""
        };
    }

    private MvcTestResult post(String path, String... params) {
        var request = web.post().uri(path).locale(Locale.CHINESE).with(csrf()).with(Fixtures.as(Role.FRONT_DESK));
        for (int i = 0; i < params.length; i += 2) {
            request = request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }
}
