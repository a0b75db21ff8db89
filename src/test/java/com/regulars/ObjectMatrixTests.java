package com.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.jayway.jsonpath.JsonPath;
import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.contact.Channel;
import com.regulars.contact.ContactLog;
import com.regulars.contact.Direction;
import com.regulars.contact.LogContact;
import com.regulars.customer.transfer.CustomerImports;
import com.regulars.staff.HireEmployee;
import com.regulars.staff.Role;
import com.regulars.staff.Staff;
import com.regulars.staff.administration.StaffAdministration;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import com.regulars.work.Jobs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What belongs to another venue is not there: every door behind which one bill, receipt, ticket, top-up, fee slip, job or
 * colleague stands, tried by an API client with every permission and by an employee of each role, in the wrong venue. It
 * answers as for an object that nobody has. A guest, a card and a contact are the brand's: they are there everywhere.
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
    Venues venues;

    @Autowired
    CustomerImports imports;

    @Autowired
    Jobs jobs;

    @Autowired
    ContactLog contacts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private Venue venue;
    private Actor owner;
    private List<Actor> strangers;
    private String customer;
    private String card;
    private String programme = "";
    private Map<String, String> objects;

    @BeforeEach
    void makeOneOfEach() {
        venue = fixtures.freshVenue();
        owner = client(venue);
        Venue elsewhere = fixtures.freshVenue();
        strangers = Stream.concat(
                        Stream.of(client(elsewhere)),
                        Arrays.stream(Role.values()).map(role -> employee(role, elsewhere)))
                .toList();
        customer = create("/customers", "{\"kind\":\"PERSON\",\"name\":\"阮氏明\"}", "$.id");
        String settlement = settle();
        String ticket = create("/feedback-tickets", """
                        {"venueCode":"%s","source":"CUSTOMER_CAME","category":"PRAISE","text":"很好"}
                        """.formatted(venue.code()), "$.id");
        String shift = create(
                "/shifts", "{\"venueCode\":\"%s\",\"till\":\"1\",\"floatMinor\":0}".formatted(venue.code()), "$.id");
        card = card(customer);
        String job = job();
        objects = Map.ofEntries(
                Map.entry("/shifts/{id}", shift),
                Map.entry("/api/v1/shifts/{id}", shift),
                Map.entry("/settlements/{id}", settlement),
                Map.entry("/api/v1/settlements/{id}", settlement),
                Map.entry("/feedback/{id}", ticket),
                Map.entry("/api/v1/feedback-tickets/{id}", ticket),
                Map.entry("/cards/top-ups/{id}", topUp()),
                Map.entry("/cards/{number}/fee-slip", card),
                Map.entry("/jobs/{id}", job),
                Map.entry("/api/v1/imports/{id}", job),
                Map.entry("/staff/{id}", colleague()));
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
        softly.assertThat(doors).hasSizeGreaterThan(30);
        softly.assertAll();
    }

    @Test
    void theOwnerFindsThem() {
        objects.forEach((prefix, id) ->
                assertThat(knock(owner, HttpMethod.GET, prefix, id)).as(prefix).hasStatusOk());
    }

    @Test
    void theGuestTheCardAndTheContactAreTheBrands() {
        String contact = String.valueOf(CurrentActor.as(
                owner,
                () -> contacts.log(LogContact.line(
                        Long.parseLong(customer), Channel.CALL, Direction.OUT, clock.instant(), "约了周五"))));
        Map<String, String> shared = Map.of(
                "/customers/{id}", customer,
                "/api/v1/customers/{id}", customer,
                "/cards/{number}", card,
                "/api/v1/cards/{number}", card,
                "/contacts/{id}", contact);
        shared.forEach((door, id) -> assertThat(knock(strangers.getFirst(), HttpMethod.GET, door, id))
                .as(door)
                .hasStatusOk());
    }

    /** The guest's visits are counted for everybody; where they were and what was paid is the venue's. */
    @Test
    void aVisitElsewhereIsCountedAndNotShown() {
        String bill = create("/settlements", bill(venue, "\"customerId\":\"" + customer + "\","), "$.id");
        for (Actor stranger : strangers) {
            if (stranger.may(Permission.VISIT_READ)) {
                assertThat(mvc.get().uri("/visits?customerId=" + customer).with(Fixtures.as(stranger)))
                        .hasStatusOk()
                        .bodyText()
                        .doesNotContain("/settlements/" + bill)
                        .doesNotContain("88.00");
            }
        }
        assertThat(mvc.get().uri("/visits?customerId=" + customer).with(Fixtures.as(owner)))
                .bodyText()
                .contains("88.00");
    }

    /** Money in the own venue cannot be put into the shift of another. */
    @Test
    void aShiftElsewhereTakesNoMoney() {
        String shift = jdbc.sql("select max(id) from shift where venue_id = :venue")
                .param("venue", venue.id())
                .query(String.class)
                .single();
        Actor stranger = strangers.getFirst();
        Venue home = venues.get(stranger.venueIds().iterator().next());
        for (String path : List.of("/settlements", "/cards", "/cards/" + card + "/top-ups")) {
            assertThat(post(stranger, path, moneyInto(shift, home, path)))
                    .as(path)
                    .hasStatus(post(stranger, path, moneyInto(NOBODYS, home, path))
                            .getResponse()
                            .getStatus())
                    .hasStatus(404);
            assertThat(post(stranger, path, moneyInto("", home, path))).as(path).hasStatus(201);
        }
    }

    private String moneyInto(String shift, Venue home, String path) {
        String named = shift.isEmpty() ? "" : "\"shiftId\":\"" + shift + "\",";
        return switch (path) {
            case "/settlements" -> bill(home, named);
            case "/cards" -> """
                    {%s"customerId":"%s","programmeCode":"%s","venueCode":"%s","feeTender":{"type":"CASH"}}
                    """.formatted(named, customer, programme, home.code());
            default -> """
                    {%s"venueCode":"%s","amountMinor":10000,"tender":{"type":"CASH"}}
                    """.formatted(named, home.code());
        };
    }

    private void tryDoor(SoftAssertions softly, HttpMethod method, String pattern, String id) {
        for (Actor stranger : strangers) {
            String door = stranger.name() + " " + method + " " + pattern;
            int others = knock(stranger, method, pattern, id).getResponse().getStatus();
            int nobodys =
                    knock(stranger, method, pattern, NOBODYS).getResponse().getStatus();
            softly.assertThat(others).as(door).isEqualTo(nobodys).isBetween(400, 499);
            if (method == HttpMethod.GET && stranger.kind() == Actor.Kind.API_CLIENT) {
                softly.assertThat(others).as(door).isEqualTo(404);
            }
        }
    }

    private MvcTestResult knock(Actor actor, HttpMethod method, String pattern, String id) {
        return mvc.perform(MockMvcRequestBuilders.request(method, pattern.replaceFirst("\\{(id|number)}", id))
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
        return create("/settlements", bill(venue, ""), "$.id");
    }

    private static String bill(Venue venue, String further) {
        return """
                {%s"venueCode":"%s","lines":[{"name":"水煮鱼","quantity":1,"unitPriceMinor":8800}],"payBy":"OTHER",
                 "billNumber":"%s","expectedPayableMinor":8800,"tenders":[{"type":"CASH","amountMinor":8800}]}
                """.formatted(further, venue.code(), UUID.randomUUID());
    }

    /** A card with a fee and stored value, issued in the venue. */
    private String card(String holder) {
        programme = "p" + UUID.randomUUID().toString().substring(0, 8);
        create("/card-programmes", """
                        {"code":"%s","name":"金卡","storedValue":{"topUpTiers":[],"spendOrder":"PRINCIPAL_FIRST"},
                         "memberPrice":{"feeMinor":30000,"validMonths":12}}
                        """.formatted(programme), "$.code");
        return create("/cards", """
                        {"customerId":"%s","programmeCode":"%s","venueCode":"%s","feeTender":{"type":"CASH"}}
                        """.formatted(holder, programme, venue.code()), "$.number");
    }

    private String topUp() {
        return create("/cards/" + card + "/top-ups", """
                        {"venueCode":"%s","amountMinor":10000,"tender":{"type":"CASH"}}
                        """.formatted(venue.code()), "$.id");
    }

    /** An import of customers with one row that cannot be read. */
    private String job() {
        long id = CurrentActor.as(
                owner,
                () -> imports.start(
                        new ByteArrayInputStream("name,phone\n,13800000000\n".getBytes(StandardCharsets.UTF_8)),
                        "guests.csv"));
        jobs.await(id);
        return String.valueOf(id);
    }

    private String colleague() {
        String name = Staff.freshName();
        return String.valueOf(CurrentActor.asSystem(() -> staff.hire(
                new HireEmployee(name, "员工", Staff.PASSWORD, false, Set.of(Role.CASHIER), Set.of(venue.id()), null))));
    }

    private String create(String path, String body, String read) {
        var made = post(owner, path, body);
        assertThat(made).as(path).hasStatus(201);
        return JsonPath.read(new String(made.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8), read);
    }

    private MvcTestResult post(Actor actor, String path, String body) {
        return mvc.post()
                .uri("/api/v1" + path)
                .with(Fixtures.as(actor))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static Actor employee(Role role, Venue venue) {
        long id = ThreadLocalRandom.current().nextLong(1_000_000, Long.MAX_VALUE);
        return new Actor(Actor.Kind.EMPLOYEE, id, role.name(), role.permissions(), Set.of(venue.id()));
    }

    private static Actor client(Venue venue) {
        long id = ThreadLocalRandom.current().nextLong(1_000_000, Long.MAX_VALUE);
        return new Actor(Actor.Kind.API_CLIENT, id, "测试接口", ALL, Set.of(venue.id()));
    }
}
