package com.regulars.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.microsoft.playwright.Page;
import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.OpenToAll;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.card.topup.TopUpCard;
import com.regulars.card.topup.ToppingUp;
import com.regulars.contact.Channel;
import com.regulars.contact.ContactLog;
import com.regulars.contact.Direction;
import com.regulars.contact.LogContact;
import com.regulars.coupon.CouponFixtures;
import com.regulars.feedback.TakeTicket;
import com.regulars.feedback.TicketCategory;
import com.regulars.feedback.TicketSource;
import com.regulars.feedback.TicketWork;
import com.regulars.feedback.Tickets;
import com.regulars.ledger.TenderType;
import com.regulars.staff.HireEmployee;
import com.regulars.staff.Role;
import com.regulars.staff.Staff;
import com.regulars.staff.administration.StaffAdministration;
import com.regulars.testing.Browser;
import com.regulars.testing.Fixtures;
import com.regulars.testing.JourneyTest;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Everybody types nonsense into every field of every form they may open, with hands in the window and past everything
 * the window would hold. It is answered by a named field error, or taken where it is none; never by a failure, never by
 * a blank page, and nothing that was typed beside it is lost.
 *
 * <p>The manager is left out as long as a guest who is chosen on a ticket's form is no longer chosen when it comes back
 * with another telephone number. The administrator and customer service are left out because no walk of theirs has come
 * to its end yet.
 */
@JourneyTest
@Import(CouponFixtures.class)
@ActiveProfiles({"test", "demo"})
@TestPropertySource(properties = {"regulars.test.database=nonsense", "regulars.demo.customers=40"})
class NonsenseLongTests {

    /** Forms that the walk does not send, each with the reason. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "/sign-out", "ends the walk",
            "/setup", "is open only before the first start",
            "/login", "signs in, and refuses whoever guesses often",
            "/login/refused", "is where the filter chain leads an attempt that failed",
            "/password/{token}", "is for those who are not signed in",
            "/cards/{number}/releases", "stands only on a card whose books do not add up",
            "/feedback", "forgets which guest was found when the phone of another is typed; still to be decided");

    /** What one role has sent with every value; the next one only types into it. */
    private static final Set<String> SENT = ConcurrentHashMap.newKeySet();

    @Autowired
    StaffAdministration staff;

    @Autowired
    Venues venues;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketWork work;

    @Autowired
    ContactLog contacts;

    @Autowired
    ToppingUp toppingUp;

    @Autowired
    CouponFixtures coupons;

    @Autowired
    Fixtures given;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @ParameterizedTest
    @EnumSource(names = {"FRONT_DESK", "CASHIER"})
    void isAnsweredInWords(Role role, Browser browser, TestReporter reporter) {
        var account = hire(role);
        Page page = browser.newPage();
        browser.signIn(page, account.signIn());
        var walk = new NonsenseWalk(page, nonsense(), this::pattern, LEFT_OUT.keySet(), SENT);
        walk.avoid("/staff/" + account.id() + "(/.*)?"); // locking oneself would end the walk
        walk.lookAgainAt("/shifts/[0-9]+");
        walk.renew("/shifts/mine", List.of(look("/shifts/mine"), step("{at}/close", Map.of())));
        walk.renew("/shifts/mine?open", List.of(step("/shifts", Map.of("till", role.name(), "floatAmount", "100"))));
        walk.renew("/till", tillWithABill(step("/till/payment", Map.of("payment", "CASH"))));
        walk.renew("/till?coupon", tillWithABill(step("/till/coupons", Map.of("coupon", coupon()))));
        walk.renew("/till?dropped", tillWithABill(step("/till/guest/drops", Map.of())));
        walk.renew("/till?cleared", tillWithABill(step("/till/next", Map.of())));
        starts(role, account).forEach(walk::begin);
        walk.walk();
        reporter.publishEntry(role.name(), walk.summary());
        Set<String> missed = formsOf(role);
        missed.removeAll(walk.visited());
        missed.removeAll(LEFT_OUT.keySet());
        assertSoftly(softly -> {
            softly.assertThat(walk.complaints()).isEmpty();
            softly.assertThat(missed)
                    .as("forms of %s that nobody came to", role)
                    .isEmpty();
        });
    }

    private record Hired(long id, Fixtures.Account signIn, Actor actor) {}

    /** Somebody who works in two venues, so that there is one to choose, and one of others. */
    private Hired hire(Role role) {
        String name = Staff.freshName();
        Set<Long> home = Set.of(venue("main").id(), venue("garden").id());
        long id = CurrentActor.asSystem(
                () -> staff.hire(new HireEmployee(name, "陈晓雯", Staff.PASSWORD, false, Set.of(role), home, null)));
        Set<Permission> permissions = EnumSet.copyOf(role.permissions());
        return new Hired(
                id,
                new Fixtures.Account(name, Staff.PASSWORD),
                new Actor(Actor.Kind.EMPLOYEE, id, "陈晓雯", permissions, home));
    }

    private Venue venue(String code) {
        return venues.findByCode(code).orElseThrow();
    }

    /** The pages a walk begins at: what no link leads to, and one ticket in every state. */
    private List<String> starts(Role role, Hired account) {
        List<String> starts = new ArrayList<>(List.of("/", "/account"));
        if (role.permissions().contains(Permission.BILL_SETTLE)) {
            starts.addAll(List.of("/shifts/mine", "/shifts/mine?open"));
            starts.addAll(List.of("/till", "/till?coupon", "/till?dropped", "/till?cleared", "/till/cashier"));
            for (int i = 0; i < 3; i++) { // taken back by sending, taken back by hand, paid out
                starts.add("/cards/top-ups/" + topUp() + "/refund");
            }
        }
        if (role.permissions().contains(Permission.FEEDBACK_TAKE)) {
            starts.addAll(ticketsOf(account));
            starts.addAll(ticketsOf(account));
            starts.addAll(ticketsOf(account));
        }
        if (role.permissions().contains(Permission.CONTACT_LOG)) {
            starts.add("/contacts/" + contactOf(account.actor()) + "/edit");
        }
        if (role.permissions().contains(Permission.COUPON_ISSUE)) {
            starts.add("/coupons/" + coupon() + "?q=" + URLEncoder.encode("李", UTF_8));
        }
        if (role.permissions().contains(Permission.SEGMENT_SETTINGS)) {
            starts.add("/segments?visits=3&spend=100");
        }
        starts.addAll(customers());
        return starts;
    }

    private long contactOf(Actor actor) {
        long guest =
                jdbc.sql("select min(customer_id) from card").query(Long.class).single();
        return CurrentActor.as(
                actor,
                () -> contacts.log(LogContact.line(guest, Channel.CALL, Direction.OUT, clock.instant(), "约了周五")));
    }

    private List<String> customers() {
        return jdbc.sql("""
                        select '/customers/' || customer_id from card where status = 'ACTIVE' order by id limit 2
                        """).query(String.class).list();
    }

    private List<String> ticketsOf(Hired account) {
        Actor me = account.actor();
        Actor boss = new Actor(Actor.Kind.EMPLOYEE, someone("manager"), "何志远", Role.MANAGER.permissions(), Set.of());
        List<String> pages = new ArrayList<>();
        pages.add(ticket(Fixtures.apiClient(), id -> {}));
        pages.add(ticket(me, id -> {}));
        pages.add(ticket(
                boss, id -> CurrentActor.as(boss, () -> step(() -> work.offer(id, version(id), me.key(), "")))));
        pages.add(ticket(me, id -> begun(me, id)));
        pages.add(ticket(me, id -> {
            begun(me, id);
            CurrentActor.as(me, () -> step(() -> work.offer(id, version(id), boss.key(), "")));
        }));
        pages.add(ticket(me, id -> {
            begun(me, id);
            CurrentActor.as(me, () -> step(() -> work.waitForGuest(id, version(id), "哪天？")));
        }));
        pages.add(ticket(me, id -> {
            begun(me, id);
            CurrentActor.as(me, () -> step(() -> work.solve(id, version(id), "换了一份")));
        }));
        return pages;
    }

    private void begun(Actor who, int id) {
        CurrentActor.as(who, () -> step(() -> work.begin(id, version(id))));
    }

    private static boolean step(Runnable work) {
        work.run();
        return true;
    }

    private String ticket(Actor by, IntConsumer further) {
        long id = CurrentActor.as(
                        by,
                        () -> tickets.take(new TakeTicket(
                                venue("main").id(),
                                null,
                                TicketSource.CUSTOMER_CAME,
                                TicketCategory.SUGGESTION,
                                null,
                                "上菜慢",
                                null)))
                .id();
        further.accept((int) id);
        return "/feedback/" + id;
    }

    private int version(long id) {
        return jdbc.sql("select version from feedback_ticket where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private long someone(String loginName) {
        return jdbc.sql("select id from staff_employee where login_name = :name")
                .param("name", loginName)
                .query(Long.class)
                .single();
    }

    /** What brings the till to a bill with a dish and a member, who may have been dropped again. */
    private List<Object> tillWithABill(List<Object> last) {
        String dish = jdbc.sql("select code from menu_dish where active order by id limit 1")
                .query(String.class)
                .single();
        return List.of(
                step("/till/next", Map.of()),
                step("/till/guest", Map.of("q", card())),
                step("/till/lines", Map.of("dish", dish)),
                last);
    }

    private static List<Object> step(String path, Map<String, String> params) {
        return List.of(path, params);
    }

    private static List<Object> look(String path) {
        return List.of(path);
    }

    /** A card with money on it that nobody in the walk has put an end to. */
    private String card() {
        return jdbc.sql("""
                        select c.number from card c join card_top_up t on t.card_id = c.id
                        where c.status = 'ACTIVE' order by c.id desc limit 1
                        """).query(String.class).single();
    }

    /** A coupon of the guest with that card. */
    private String coupon() {
        long guest = jdbc.sql("select customer_id from card where number = :number")
                .param("number", card())
                .query(Long.class)
                .single();
        return coupons.give(guest, coupons.amountOff(100, 0, true));
    }

    /** A top-up that may still be taken back, because the shift it was done in runs. */
    private String topUp() {
        Actor cashier = new Actor(Actor.Kind.EMPLOYEE, someone("cashier"), "刘敏", Role.CASHIER.permissions(), Set.of());
        var command = new TopUpCard(card(), venue("main").id(), null, 100_000, TenderType.CASH);
        return CurrentActor.as(cashier, () -> toppingUp.topUp(command)).id();
    }

    /** What is typed; of it what is also sent for boxes, lists and hidden fields, in which nobody types. */
    private List<Map<String, Object>> nonsense() {
        Venue others = given.freshVenue();
        return List.of(
                value("too long", "长".repeat(5_000), "chosen", true),
                value("negative", "-1", "chosen", true),
                value("1e9", "1e9"),
                value("full width", "１２３"),
                value("emoji", "👨‍👩‍👧", "chosen", true),
                value("year 0", "0000-01-01"),
                value("year 9999", "9999-12-31"),
                value("no day", "2026-02-30", "only", "date"),
                value("another venue's id", String.valueOf(others.id()), "foreign", true, "chosen", true),
                value("another venue's code", others.code(), "foreign", true, "chosen", true),
                value("too large", "9223372036854775808", "chosen", true),
                value("zero byte", "a\u0000b"),
                value("turned around", "a\u202Ec"),
                value("half a character", "\uD83D x"),
                value("template", "${7*7}<b>'"),
                value("blank", "   "),
                value("empty", "", "chosen", true),
                value("absent", null, "chosen", true));
    }

    private static Map<String, Object> value(String name, @Nullable String text, Object... further) {
        Map<String, Object> value = new HashMap<>();
        value.put("name", name);
        value.put("text", text);
        for (int i = 0; i < further.length; i += 2) {
            value.put((String) further[i], further[i + 1]);
        }
        return value;
    }

    /** The pattern of the handler behind an address; the address where there is none. */
    private String pattern(String method, String path) {
        var container = PathContainer.parsePath(path);
        return mappings.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.valueOf(method)))
                .flatMap(info -> Optional.ofNullable(info.getPathPatternsCondition()).stream()
                        .flatMap(condition -> condition.getPatterns().stream()))
                .filter(pattern -> pattern.matches(container))
                .sorted()
                .findFirst()
                .map(PathPattern::getPatternString)
                .orElse(path);
    }

    /** Where somebody with this role may send something. */
    private Set<String> formsOf(Role role) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry ->
                        entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .filter(entry -> mayCall(role, entry.getValue()) && hasFields(entry.getValue()))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .filter(pattern -> !pattern.startsWith("/api/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean hasFields(HandlerMethod handler) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestParam.class)
                    || parameter.hasParameterAnnotation(ModelAttribute.class)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayCall(Role role, HandlerMethod handler) {
        Requires onMethod = handler.getMethodAnnotation(Requires.class);
        if (onMethod != null) {
            return role.permissions().contains(onMethod.value());
        }
        Class<?> type = ClassUtils.getUserClass(handler.getBeanType());
        Requires onType = AnnotatedElementUtils.findMergedAnnotation(type, Requires.class);
        boolean open = handler.hasMethodAnnotation(OpenToAll.class)
                || AnnotatedElementUtils.hasAnnotation(type, OpenToAll.class);
        return open || (onType != null && role.permissions().contains(onType.value()));
    }
}
