package com.regulars.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import com.regulars.access.CurrentActor;
import com.regulars.customer.CustomerRegistration;
import com.regulars.customer.RegisterCustomer;
import com.regulars.staff.HireEmployee;
import com.regulars.staff.Role;
import com.regulars.staff.administration.StaffAdministration;
import com.regulars.testing.Browser;
import com.regulars.testing.Fixtures;
import com.regulars.testing.JourneyTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The main job of customer service, in Chinese: a call is logged, a complaint taken, handed over, solved and signed. */
@JourneyTest
class CustomerServiceJourneyTests {

    private static final String PASSWORD = "lotus-pond-in-june";

    @Autowired
    CustomerRegistration registration;

    @Autowired
    StaffAdministration staff;

    @Autowired
    Fixtures fixtures;

    String mark;
    long guestId;
    long venueId;

    @BeforeEach
    void openTheHouse() {
        mark = UUID.randomUUID().toString().substring(0, 6);
        venueId = fixtures.freshVenue().id();
        guestId = CurrentActor.asSystem(() -> registration
                .register(RegisterCustomer.person("李婉清" + mark, null))
                .id());
        hire("zhou" + mark, "周婷" + mark);
        hire("he" + mark, "何志远" + mark);
    }

    @Test
    void bringsAComplaintFromTheFirstWordToTheSignature(Browser browser) {
        Page zhou = browser.newPage();
        browser.signIn(zhou, new Fixtures.Account("zhou" + mark, PASSWORD));
        logACall(browser, zhou);
        String ticketUrl = takeATicket(browser, zhou);
        offerItTo(zhou, "何志远" + mark);

        zhou.navigate("/feedback?customerId=" + guestId);
        var openTickets = zhou.locator("#ticket-rows tbody tr");
        PlaywrightAssertions.assertThat(openTickets).hasCount(1);
        Page he = browser.newPage();
        browser.signIn(he, new Fixtures.Account("he" + mark, PASSWORD));
        solve(browser, he, ticketUrl);
        PlaywrightAssertions.assertThat(openTickets).hasCount(0); // the list follows along without being asked

        zhou.navigate("/customers/" + guestId);
        assertThat(zhou.locator("#feedback").innerText()).contains("已解决", "何志远" + mark);
        assertThat(zhou.locator("#timeline").innerText()).contains("免去该菜，送果盘");
        browser.assertNoErrors();
    }

    private void logACall(Browser browser, Page page) {
        page.navigate("/customers/" + guestId);
        page.fill("#contact input[name=said]", "来电询问包间");
        page.press("#contact input[name=said]", "Enter");
        page.waitForSelector("#contact :text('来电询问包间')");
        browser.checkAccessibility(page);
        page.navigate("/contacts?customerId=" + guestId);
        assertThat(page.locator("tbody").innerText()).contains("来电询问包间", "周婷" + mark);
        browser.checkAccessibility(page);
    }

    private String takeATicket(Browser browser, Page page) {
        page.navigate("/customers/" + guestId);
        page.click("a[href='/feedback/new?customerId=" + guestId + "']");
        page.fill("#text", "水煮鱼等了四十分钟，上桌已凉");
        browser.checkAccessibility(page);
        page.click("main form button[type=submit]");
        page.waitForURL(url -> url.matches(".*/feedback/[0-9]+"));
        assertThat(page.locator("main").innerText()).contains("水煮鱼等了四十分钟", "负责到解决为止");
        browser.checkAccessibility(page);
        browser.screenshot(page, "ticket-zh");
        return page.url();
    }

    private void offerItTo(Page page, String colleague) {
        page.click("summary:has-text('移交给同事')");
        page.selectOption("#colleague", new SelectOption().setLabel(colleague));
        page.click("button:has-text('请对方接手')");
        page.waitForSelector("text=待" + colleague + "接手");
    }

    private void solve(Browser browser, Page page, String ticketUrl) {
        page.navigate("/");
        assertThat(page.locator("main").innerText()).contains("水煮鱼等了四十分钟");
        page.navigate(ticketUrl);
        page.click("button:has-text('接手')");
        page.click("button:has-text('开始处理')");
        page.fill("#words-solve", "免去该菜，送果盘，客人满意");
        page.click("button:has-text('签名并标为已解决')");
        page.waitForSelector("text=已签，不可改");
        browser.checkAccessibility(page);
    }

    private void hire(String loginName, String name) {
        CurrentActor.asSystem(() -> staff.hire(new HireEmployee(
                loginName, name, PASSWORD, false, Set.of(Role.CUSTOMER_SERVICE), Set.of(venueId), null)));
    }

    @Test
    void aTicketFromTheListFindsItsGuest(Browser browser) {
        String name = "司徒" + System.nanoTime();
        CurrentActor.as(
                Fixtures.employee(Role.values()), () -> registration.register(RegisterCustomer.person(name, null)));
        Page page = browser.newPage();
        browser.signIn(page, fixtures.hire(Role.CUSTOMER_SERVICE));
        page.navigate("/feedback");
        page.click("main a[href='/feedback/new']");
        page.fill("#text", "茶凉了");
        page.fill("input[name=guestQuery]", name);
        page.press("input[name=guestQuery]", "Enter");
        PlaywrightAssertions.assertThat(
                        page.locator("#ticket-guest input[name=customerId]").first())
                .isChecked();
        PlaywrightAssertions.assertThat(page.locator("#text")).hasValue("茶凉了");
        browser.checkAccessibility(page);
        page.click("main button:has-text('受理')");
        PlaywrightAssertions.assertThat(
                        page.locator("main a[href^='/customers/']").first())
                .containsText(name);
    }
}
