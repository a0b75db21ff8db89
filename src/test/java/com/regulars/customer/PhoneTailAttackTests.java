package com.regulars.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.regulars.access.Actor;
import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody who sees only masked telephone numbers wants the whole ones. */
@RegularsTest
class PhoneTailAttackTests {

    @Autowired
    MockMvcTester mvc;

    private final Actor client = Fixtures.apiClient();
    private final String phone = CustomerModuleTests.freshPhone();

    @Test
    void findsByTheLastFourDigitsOrTheWholeNumberAndByNoOtherTail() {
        String id = register(phone);
        for (int digits = 5; digits < phone.length(); digits++) {
            String tail = phone.substring(phone.length() - digits);
            assertThat(ids(search(tail))).as(tail).doesNotContain(id);
            assertThat(list(tail).getResponse().getContentAsByteArray())
                    .as("the list for %s", tail)
                    .asString(StandardCharsets.UTF_8)
                    .doesNotContain("/customers/" + id);
        }
        for (String whole :
                List.of(phone, "+86" + phone, "86" + phone, phone.substring(0, 3) + " " + phone.substring(3))) {
            assertThat(ids(search(whole))).as(whole).contains(id);
        }
        assertThat(ids(search(phone.substring(7)))).contains(id);
    }

    @Test
    void tellsNothingOfANumberByItsCursor() {
        String tail = phone.substring(7);
        register(phone);
        register(otherWithTail(tail));
        String next = JsonPath.read(body(searchPage(tail, "", 1)), "$.next");
        String decoded = new String(Base64.getUrlDecoder().decode(next), StandardCharsets.ISO_8859_1);
        assertThat(decoded).doesNotContain(new StringBuilder(tail).reverse()).doesNotContain(tail);
        assertThat(ids(searchPage(tail, next, 1))).hasSize(1);
    }

    @Test
    void refusesACursorThatWasChangedForgedOrMadeForAnotherSearch() {
        String tail = phone.substring(7);
        register(phone);
        register(otherWithTail(tail));
        String next = JsonPath.read(body(searchPage(tail, "", 1)), "$.next");
        String changed = (next.charAt(0) == 'A' ? 'B' : 'A') + next.substring(1);
        String forged = Base64.getUrlEncoder()
                .encodeToString(("1 0 ~" + new StringBuilder(phone).reverse()).getBytes(StandardCharsets.UTF_8));
        for (String foreign : List.of(changed, forged, "1", "§§§")) {
            assertThat(searchPage(tail, foreign, 1)).as(foreign).hasStatus(400);
            assertThat(searchPage("", foreign, 1)).as(foreign).hasStatus(400);
        }
        assertThat(searchPage("0000", next, 1)).hasStatus(400);
    }

    @Test
    void letsAnEmployeeWaitWhoAsksForNumberAfterNumberThatNobodyHas() {
        var frontDesk = Fixtures.employee(Role.FRONT_DESK);
        var curious = new Actor(
                Actor.Kind.EMPLOYEE,
                ThreadLocalRandom.current().nextLong(1_000_000, Long.MAX_VALUE),
                "好奇",
                frontDesk.permissions(),
                Set.of());
        String start = "199" + phone.substring(7);
        for (int hidden = 0; hidden < 60; hidden++) {
            assertThat(listAs(curious, start + "%04d".formatted(hidden))).hasStatusOk();
        }
        assertThat(listAs(curious, start + "0060")).hasStatus(429);
        assertThat(listAs(curious, "王")).hasStatusOk();
        assertThat(listAs(frontDesk, phone)).hasStatusOk();
    }

    private String register(String number) {
        var answer = mvc.post()
                .uri("/api/v1/customers")
                .with(Fixtures.as(client))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"kind\":\"PERSON\",\"name\":\"阮\",\"phone\":\"" + number + "\"}")
                .exchange();
        assertThat(answer).hasStatus(201);
        return JsonPath.read(body(answer), "$.id");
    }

    private MvcTestResult search(String q) {
        return searchPage(q, "", 200);
    }

    private MvcTestResult searchPage(String q, String after, int limit) {
        return mvc.get()
                .uri("/api/v1/customers")
                .param("q", q)
                .param("after", after)
                .param("limit", String.valueOf(limit))
                .with(Fixtures.as(client))
                .exchange();
    }

    private MvcTestResult list(String q) {
        return listAs(Fixtures.employee(Role.MANAGER), q);
    }

    private MvcTestResult listAs(Actor who, String q) {
        return mvc.get()
                .uri("/customers")
                .param("q", q)
                .with(Fixtures.as(who))
                .accept(MediaType.TEXT_HTML)
                .exchange();
    }

    private static List<String> ids(MvcTestResult found) {
        return JsonPath.read(body(found), "$.items[*].id");
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String otherWithTail(String tail) {
        return "137%04d".formatted(ThreadLocalRandom.current().nextInt(10_000)) + tail;
    }
}
