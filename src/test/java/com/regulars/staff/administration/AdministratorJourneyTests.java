package com.regulars.staff.administration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import com.regulars.staff.Role;
import com.regulars.staff.Staff;
import com.regulars.testing.Browser;
import com.regulars.testing.Browser.Look;
import com.regulars.testing.Fixtures;
import com.regulars.testing.JourneyTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class AdministratorJourneyTests {

    private static final String CHOSEN = "seven-paper-cranes";

    @Autowired
    Fixtures fixtures;

    @Test
    void hiresACashierWhoChoosesAPasswordAndIsLockedOutAtOnceOnLeaving(Browser browser) {
        Page admin = browser.newPage();
        browser.signIn(admin, fixtures.hire(Role.ADMINISTRATOR));
        admin.navigate("/staff/new");
        browser.checkAccessibility(admin);
        String name = Staff.freshName();
        admin.fill("#loginName", name);
        admin.fill("#displayName", "周婷");
        admin.check("input[name=roles][value=CASHIER]");
        admin.click("main form button[type=submit]");
        String link = admin.locator("#password-link").textContent();
        browser.screenshot(admin, "staff-list");
        browser.checkAccessibility(admin);

        Page cashier = browser.newPage();
        cashier.navigate(link);
        browser.checkAccessibility(cashier);
        cashier.fill("#newPassword", CHOSEN);
        cashier.fill("#again", CHOSEN);
        cashier.click(".entrance-form button[type=submit]");
        browser.signIn(cashier, new Fixtures.Account(name, CHOSEN));
        cashier.navigate("/account");
        assertThat(cashier.locator("main")).containsText("周婷");
        browser.checkAccessibility(cashier);

        admin.navigate("/staff");
        admin.locator("tr", new Page.LocatorOptions().setHasText(name))
                .locator("a[href$='/lock']")
                .click();
        assertThat(admin.locator("h1")).containsText("周婷");
        browser.checkAccessibility(admin);
        browser.screenshot(admin, "staff-lock");
        admin.click("main form button[type=submit]");
        assertThat(admin.locator(".flashes")).containsText("周婷");
        cashier.navigate("/account");
        assertThat(cashier.url()).contains("/login?to=/account");
        cashier.fill("#username", name);
        cashier.fill("#password", CHOSEN);
        cashier.click(".entrance-form button[type=submit]");
        assertThat(cashier.locator(".alert-danger")).isVisible();
        assertThat(cashier.locator("#username")).hasValue(name);

        admin.navigate("/audit?subject=" + name);
        assertThat(admin.locator("tbody")).containsText("添加员工");
        assertThat(admin.locator("tbody")).containsText("停用员工");
        browser.checkAccessibility(admin);
        browser.assertNoErrors();
    }

    @Test
    void issuesATokenAndReadsTheDescriptionOfTheApiInEnglish(Browser browser) {
        Page admin = browser.newPage(Look.ENGLISH);
        browser.signIn(admin, fixtures.hire(Role.ADMINISTRATOR));
        admin.navigate("/api-clients/new");
        browser.checkAccessibility(admin);
        admin.fill("#name", Staff.freshName());
        admin.check("input[name=scopes][value=LEDGER]");
        admin.click("main form button[type=submit]");
        String token = admin.locator("#token").textContent();
        browser.screenshot(admin, "api-clients-english");
        browser.checkAccessibility(admin);
        var brand = admin.request()
                .get("/api/v1/brand", RequestOptions.create().setHeader("Authorization", "Bearer " + token));
        assertThat(brand.status()).isEqualTo(200);

        admin.click("text=API description");
        admin.waitForSelector(".opblock");
        browser.screenshot(admin, "api-description");
        browser.assertNoErrors();
    }

    @Test
    void changesTheHoursOfAVenue(Browser browser) {
        var venue = fixtures.freshVenue();
        Page admin = browser.newPage();
        browser.signIn(admin, fixtures.hire(Role.ADMINISTRATOR));
        admin.navigate("/venues");
        browser.checkAccessibility(admin);
        admin.click("main td a[href$='" + venue.code() + "']");
        browser.checkAccessibility(admin);
        admin.fill("#dayEnd", "05:30");
        admin.click("main form button[type=submit]");
        assertThat(admin.locator("tr", new Page.LocatorOptions().setHasText(venue.code())))
                .containsText("05:30");
        browser.assertNoErrors();
    }

    @Test
    void changesTheCashierAtTheTill(Browser browser) {
        fixtures.freshVenue();
        var first = fixtures.hire(Role.CASHIER);
        var second = fixtures.hire(Role.CASHIER);
        Page till = browser.newPage();
        browser.signIn(till, first);
        till.navigate("/till/cashier");
        browser.checkAccessibility(till);
        till.selectOption("#username", second.loginName());
        till.fill("#password", second.password());
        till.click(".entrance-form button[type=submit]");
        till.waitForURL("**/till");
        till.navigate("/account");
        assertThat(till.locator("main")).containsText(second.loginName());
        browser.assertNoErrors();
    }
}
