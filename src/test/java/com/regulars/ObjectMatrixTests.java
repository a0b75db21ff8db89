package com.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.jayway.jsonpath.JsonPath;
import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.staff.HireEmployee;
import com.regulars.staff.Role;
import com.regulars.staff.Staff;
import com.regulars.staff.administration.StaffAdministration;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.Venue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What belongs to another venue is not there: every door behind which one bill, ticket, top-up or colleague stands, tried
 * by somebody with every permission in the wrong venue. It answers as for an object that nobody has.
 */
@RegularsTest
class ObjectMatrixTests {

    private static final String NOBODYS = "999999999";
    private static final Set<Permission> ALL = EnumSet.allOf(Permission.class);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    StaffAdministration staff;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private Venue venue;
    private Actor owner;
    private Actor stranger;
    private Map<String, String> objects;

    @BeforeEach
    void makeOneOfEach() {
        venue = fixtures.freshVenue();
        owner = client(venue);
        stranger = client(fixtures.freshVenue());
        String customer = create("/customers", "{\"kind\":\"PERSON\",\"name\":\"阮氏明\"}", "$.id");
        String settlement = settle();
        String ticket = create("/feedback-tickets", """
                        {"venueCode":"%s","source":"CUSTOMER_CAME","category":"PRAISE","text":"很好"}
                        """.formatted(venue.code()), "$.id");
        String shift = create(
                "/shifts", "{\"venueCode\":\"%s\",\"till\":\"1\",\"floatMinor\":0}".formatted(venue.code()), "$.id");
        objects = Map.of(
                "/shifts/{id}", shift,
                "/api/v1/shifts/{id}", shift,
                "/settlements/{id}", settlement,
                "/api/v1/settlements/{id}", settlement,
                "/feedback/{id}", ticket,
                "/api/v1/feedback-tickets/{id}", ticket,
                "/cards/top-ups/{id}", topUp(customer),
                "/staff/{id}", colleague());
    }

    @Test
    void answersForAnotherVenuesObjectAsForNone() {
        var softly = new SoftAssertions();
        List<String> doors = new ArrayList<>();
        for (RequestMappingInfo info : mappings.getHandlerMethods().keySet()) {
            for (String pattern : info.getPatternValues()) {
                objects.forEach((prefix, id) -> {
                    if (pattern.equals(prefix) || pattern.startsWith(prefix + "/")) {
                        info.getMethodsCondition().getMethods().forEach(method -> {
                            doors.add(method + " " + pattern);
                            tryDoor(softly, method.asHttpMethod(), pattern, id);
                        });
                    }
                });
            }
        }
        softly.assertThat(doors).hasSizeGreaterThan(25);
        softly.assertAll();
    }

    @Test
    void theOwnerFindsThem() {
        objects.forEach((prefix, id) ->
                assertThat(knock(owner, HttpMethod.GET, prefix, id)).as(prefix).hasStatusOk());
    }

    private void tryDoor(SoftAssertions softly, HttpMethod method, String pattern, String id) {
        int others = knock(stranger, method, pattern, id).getResponse().getStatus();
        int nobodys = knock(stranger, method, pattern, NOBODYS).getResponse().getStatus();
        softly.assertThat(others).as(method + " " + pattern).isEqualTo(nobodys).isBetween(400, 499);
        if (method == HttpMethod.GET) {
            softly.assertThat(others).as(method + " " + pattern).isEqualTo(404);
        }
    }

    private MvcTestResult knock(Actor actor, HttpMethod method, String pattern, String id) {
        return mvc.perform(MockMvcRequestBuilders.request(method, pattern.replaceFirst("\\{id}", id))
                .with(Fixtures.as(actor))
                .with(csrf())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(
                        pattern.startsWith("/api/")
                                ? MediaType.APPLICATION_JSON
                                : MediaType.APPLICATION_FORM_URLENCODED)
                .content(pattern.startsWith("/api/") ? "{\"reason\":\"x\",\"amountMinor\":1}" : ""));
    }

    private String settle() {
        return create("/settlements", """
                        {"venueCode":"%s","lines":[{"name":"水煮鱼","quantity":1,"unitPriceMinor":8800}],"payBy":"OTHER",
                         "billNumber":"%s","expectedPayableMinor":8800,"tenders":[{"type":"CASH","amountMinor":8800}]}
                        """.formatted(venue.code(), UUID.randomUUID()), "$.id");
    }

    private String topUp(String customer) {
        String code = "p" + UUID.randomUUID().toString().substring(0, 8);
        create(
                "/card-programmes",
                "{\"code\":\"%s\",\"name\":\"金卡\",\"storedValue\":{\"topUpTiers\":[],\"spendOrder\":\"PRINCIPAL_FIRST\"}}"
                        .formatted(code),
                "$.code");
        String card = create("/cards", """
                        {"customerId":"%s","programmeCode":"%s","venueCode":"%s"}
                        """.formatted(customer, code, venue.code()), "$.number");
        return create("/cards/" + card + "/top-ups", """
                        {"venueCode":"%s","amountMinor":10000,"tender":{"type":"CASH"}}
                        """.formatted(venue.code()), "$.id");
    }

    private String colleague() {
        String name = Staff.freshName();
        return String.valueOf(CurrentActor.asSystem(() -> staff.hire(
                new HireEmployee(name, "员工", Staff.PASSWORD, false, Set.of(Role.CASHIER), Set.of(venue.id()), null))));
    }

    private String create(String path, String body, String read) {
        var made = mvc.post()
                .uri("/api/v1" + path)
                .with(Fixtures.as(owner))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
        assertThat(made).as(path).hasStatus(201);
        return JsonPath.read(new String(made.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8), read);
    }

    private static Actor client(Venue venue) {
        long id = ThreadLocalRandom.current().nextLong(1_000_000, Long.MAX_VALUE);
        return new Actor(Actor.Kind.API_CLIENT, id, "测试接口", ALL, Set.of(venue.id()));
    }
}
