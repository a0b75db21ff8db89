package com.regulars.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.access.CurrentActor;
import com.regulars.ledger.check.LedgerVerification;
import com.regulars.staff.client.ApiClients;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.Brands;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A small demo in a database of its own. */
@RegularsTest
@ActiveProfiles({"test", "demo"})
@TestPropertySource(
        properties = {
            "regulars.test.database=demo",
            "regulars.demo.customers=30",
            "regulars.demo.api-token=demo-token-0123456789"
        })
class DemoModuleTests {

    private static final String[] TABLES = {
        "venue",
        "staff_employee",
        "staff_api_client",
        "menu_dish",
        "card_programme",
        "customer",
        "visit",
        "card",
        "settlement",
        "shift",
        "shift_closing",
        "ledger_posting",
        "contact_entry",
        "feedback_ticket",
        "segment_run"
    };

    @Autowired
    DemoLoader loader;

    @Autowired
    Brands brands;

    @Autowired
    Venues venues;

    @Autowired
    LedgerVerification verification;

    @Autowired
    ApiClients apiClients;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester web;

    @Test
    void hasOneBrandWithTwoVenues() {
        assertThat(brands.current().name()).isEqualTo("蜀园");
        assertThat(brands.current().currency().getCurrencyCode()).isEqualTo("CNY");
        assertThat(venues.all()).extracting(Venue::code).containsExactlyInAnyOrder("main", "garden");
    }

    @Test
    void movesMoneyOnlyThroughTheBooks() {
        assertThat(count("settlement")).isPositive();
        assertThat(count("card")).isPositive();
        assertThat(CurrentActor.asSystem(() -> verification.verify().ok())).isTrue();
    }

    @Test
    void closesAShiftADayAndLeavesSomethingForTheManagerToAskAbout() {
        assertThat(count("shift_closing")).isGreaterThan(10);
        assertThat(jdbc.sql("select count(*) from shift where closed_at is null")
                        .query(Long.class)
                        .single())
                .isBetween(1L, 2L);
        assertThat(jdbc.sql("select count(*) from shift_closing where expected_cash_minor < 0")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void hasGuestsWithVisitsAndARatingOfLastNight() {
        assertThat(count("customer")).isEqualTo(30);
        assertThat(count("visit")).isGreaterThan(count("settlement"));
        assertThat(jdbc.sql("select count(distinct business_date) from segment_run where status = 'DONE'")
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
        assertThat(jdbc.sql("select count(distinct quadrant) from customer_rating")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void aSecondLoadAddsNothing() {
        var before = counts();
        CurrentActor.asSystem(() -> {
            loader.load();
            return before;
        });
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void aLoadThatWasInterruptedAtTheTillsGoesOnWithoutRepeatingAnything() {
        var before = counts();
        var total = jdbc.sql("select sum(payable_minor) from settlement")
                .query(Long.class)
                .single();
        jdbc.sql("delete from demo_step where step in ('history', 'month', 'tickets', 'nights')")
                .update();
        CurrentActor.asSystem(() -> {
            loader.load();
            return before;
        });
        var after = counts();
        after.remove("segment_run");
        before.remove("segment_run");
        assertThat(after).isEqualTo(before);
        assertThat(jdbc.sql("select sum(payable_minor) from settlement")
                        .query(Long.class)
                        .single())
                .isEqualTo(total);
    }

    @ParameterizedTest
    @ValueSource(strings = {"frontdesk", "cashier", "service", "manager", "admin"})
    void letsEveryRoleIn(String loginName) {
        assertThat(web.post()
                        .uri("/login")
                        .param("username", loginName)
                        .param("password", "regulars-demo")
                        .with(csrf()))
                .hasStatus(302)
                .redirectedUrl()
                .doesNotContain("error");
    }

    @Test
    void offersTheRolesOnTheSignInPage() {
        assertThat(web.get().uri("/login")).hasStatusOk().bodyText().contains("陈晓雯", "刘敏", "周婷", "何志远", "沈立");
    }

    @Test
    void knowsTheApiClientOfTheEnvironment() {
        assertThat(apiClients.authenticate("demo-token-0123456789")).isPresent();
        assertThat(apiClients.authenticate("another-token-0123456789")).isEmpty();
    }

    private Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        for (String table : TABLES) {
            counts.put(table, count(table));
        }
        return counts;
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
