package com.regulars.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.card.CardFixtures;
import com.regulars.card.CardSummary;
import com.regulars.staff.Role;
import com.regulars.testing.Browser;
import com.regulars.testing.Browser.Look;
import com.regulars.testing.Fixtures;
import com.regulars.testing.JourneyTest;
import com.regulars.testing.TestDatabase;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A manager looks whether the books add up, and is led to the card that does not. */
@JourneyTest
@Import(CardFixtures.class)
@TestPropertySource(properties = "regulars.test.database=ledger_journey")
class LedgerJourneyTests {

    @Autowired
    Fixtures fixtures;

    @Autowired
    CardFixtures given;

    static Stream<Look> looks() {
        return Stream.of(Look.CHINESE, Look.ENGLISH.dark(), Look.CHINESE.dark().phone());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aManagerPrintsTheHeadAndFindsTheCardThatDoesNotAddUp(Look look, Browser browser) throws SQLException {
        CardSummary card = given.cardWith(100_000);
        var page = browser.newPage(look);
        browser.signIn(page, fixtures.hire(Role.MANAGER));

        page.navigate("/ledger");
        page.click(".page-actions button");
        String head = page.locator("section code").innerText();
        page.locator("a[href^='/ledger/seals/']").click();
        browser.screenshot(page, "ledger-seal-" + look);
        browser.checkAccessibility(page);
        assertThat(page.locator("main code").innerText()).isEqualTo(head);

        page.navigate("/ledger");
        page.fill("#head", head);
        page.click("section form button[type=submit]");
        assertThat(page.locator("section .alert-success").isVisible()).isTrue();
        page.fill("#head", "ab".repeat(32));
        page.click("section form button[type=submit]");
        assertThat(page.locator("section .alert-danger").isVisible()).isTrue();

        tamper("update ledger_account set balance = balance + 7 where kind = 'PRINCIPAL' and holder_id = " + card.id());
        page.click(".page-actions button");
        browser.screenshot(page, "ledger-findings-" + look);
        browser.checkAccessibility(page);
        page.locator("table a[href='/cards/" + card.number() + "']").first().click();
        page.waitForURL("**/cards/" + card.number());
        tamper(
                "update ledger_account set balance = balance - 7, parked = false where kind = 'PRINCIPAL' and holder_id = "
                        + card.id());
        browser.assertNoErrors();
    }

    private static void tamper(String sql) throws SQLException {
        try (var connection = TestDatabase.connectAsSuperuser("ledger_journey");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
