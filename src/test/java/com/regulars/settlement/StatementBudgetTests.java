package com.regulars.settlement;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.access.Actor;
import com.regulars.card.CardFixtures;
import com.regulars.card.CardSummary;
import com.regulars.ledger.SpendOrder;
import com.regulars.menu.MenuEditing;
import com.regulars.menu.SaveDish;
import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.testing.StatementCount;
import com.regulars.venue.CurrentVenue;
import com.regulars.venue.Venue;
import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How often a bill goes to the database: every way there and back is time that a queue at the till pays for. */
@RegularsTest
@Import(CardFixtures.class)
class StatementBudgetTests {

    private static final int BILL_BY_API = 14;
    private static final int SETTLE_AT_THE_TILL = 20;
    private static final int REDRAW = 8;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CardFixtures cards;

    @Autowired
    MenuEditing menu;

    @Autowired
    JdbcClient jdbc;

    final Actor client = Fixtures.apiClient();
    Actor cashier;
    Venue venue;

    @BeforeEach
    void newCashier() {
        venue = cards.otherVenue();
        cashier = new Actor(
                Actor.Kind.EMPLOYEE,
                Math.abs(UUID.randomUUID().getMostSignificantBits() >> 20),
                "刘敏",
                Role.CASHIER.permissions(),
                Set.of(venue.id()));
    }

    @Test
    void billByApi() {
        CardSummary card = cards.card(cards.combined(SpendOrder.PRINCIPAL_FIRST, 0L), "246813");
        cards.topUp(card, 1_000_000);
        settleByApi(card); // opens the shift
        List<String> statements =
                StatementCount.during(() -> assertThat(settleByApi(card)).hasStatus(201));
        assertThat(statements).hasSizeLessThanOrEqualTo(BILL_BY_API);
    }

    @Test
    void billOfEightDishesAtTheTill() {
        CardSummary card = cards.card(cards.combined(SpendOrder.PRINCIPAL_FIRST, 0L), "246813");
        cards.topUp(card, 1_000_000);
        billAtTheTill(card); // opens the shift
        settle();
        post("/till/next");
        billAtTheTill(card);
        assertThat(statements(() -> assertThat(web("/till")).hasStatusOk())).hasSizeLessThanOrEqualTo(REDRAW);
        assertThat(statements(() -> assertThat(settle()).hasRedirectedUrl("/till")))
                .hasSizeLessThanOrEqualTo(SETTLE_AT_THE_TILL);
        assertThat(web("/till")).bodyText().contains("已结账");
    }

    /**
     * Those of the session are left out: without a browser every request here begins a new one. So are the lists that are
     * kept for some seconds: they are read by whichever request comes after that, not by each.
     */
    private static List<String> statements(ThrowingCallable work) {
        return StatementCount.during(work).stream()
                .filter(statement -> !statement.toUpperCase(Locale.ROOT).contains("SPRING_SESSION"))
                .filter(statement -> !statement.contains("from venue"))
                .toList();
    }

    private void billAtTheTill(CardSummary card) {
        post("/till/guest", "q", card.number());
        dishes().forEach(dish -> post("/till/lines", "dish", dish));
    }

    private List<String> dishes() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String code = "d" + UUID.randomUUID().toString().substring(0, 8);
            CardFixtures.asManager(() -> menu.save(SaveDish.add(code, "菜 " + code, "热菜", 1_000, 900L, true)));
            codes.add(code);
        }
        return codes;
    }

    private MvcTestResult settleByApi(CardSummary card) {
        return mvc.post()
                .uri("/api/v1/settlements")
                .with(as(client))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"venueCode":"%s","billNumber":"%s","cardNumber":"%s","payBy":"BALANCE","expectedPayableMinor":1000,
                         "lines":[{"name":"面","quantity":1,"unitPriceMinor":600},{"name":"茶","quantity":2,"unitPriceMinor":200}],
                         "tenders":[{"type":"STORED_VALUE","amountMinor":1000,"pin":"246813"}]}
                        """.formatted(venue.code(), UUID.randomUUID(), card.number()))
                .exchange();
    }

    private MvcTestResult settle() {
        String requestId = jdbc.sql(
                        "select content ->> 'requestId' from settlement_draft where venue_id = :venue and actor_key = :actor")
                .param("venue", venue.id())
                .param("actor", cashier.key())
                .query(String.class)
                .single();
        return post("/till/settle", "requestId", requestId, "payableMinor", "8000", "pin", "246813");
    }

    private MvcTestResult web(String uri) {
        return mvc.get()
                .uri(uri)
                .cookie(new Cookie(CurrentVenue.COOKIE, venue.code()))
                .with(as(cashier))
                .exchange();
    }

    private MvcTestResult post(String uri, String... params) {
        var request = mvc.post()
                .uri(uri)
                .cookie(new Cookie(CurrentVenue.COOKIE, venue.code()))
                .with(as(cashier))
                .with(csrf());
        for (int i = 0; i < params.length; i += 2) {
            request = request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }
}
