package com.regulars.customer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.regulars.access.CurrentActor;
import com.regulars.shared.time.PossibleDates;
import com.regulars.staff.Role;
import com.regulars.testing.Browser;
import com.regulars.testing.Browser.Look;
import com.regulars.testing.Fixtures;
import com.regulars.testing.JourneyTest;
import com.regulars.visit.RecordVisit;
import com.regulars.visit.VisitBook;
import com.regulars.visit.VisitSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The front desk registers a guest in one line, notes an allergy, and finds the guest again by initials. */
@JourneyTest
class FrontDeskJourneyTests {

    @Autowired
    CustomerRegistration registration;

    @Autowired
    CustomerRatings ratings;

    @Autowired
    VisitBook visits;

    @Autowired
    Fixtures fixtures;

    @Test
    void frontDeskRegistersNotesAndFindsAGuest(Browser browser) {
        String phone = CustomerModuleTests.freshPhone();
        Page page = signedIn(browser, Look.CHINESE, Role.FRONT_DESK);
        page.navigate("/");
        page.fill(".new-guest input[name=name]", "尉迟敬德");
        page.fill(".new-guest input[name=phone]", phone);
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("尉迟敬德");
        assertThat(page.locator(".guest-pinyin")).hasText("Yùchí Jìngdé");
        assertThat(page.locator("#profile")).containsText(phone.substring(0, 3) + "****" + phone.substring(7));
        browser.checkAccessibility(page);

        page.selectOption(".observe select", "DIETARY");
        page.fill(".observe input[name=text]", "花生过敏，炒菜用色拉油");
        page.keyboard().press("Enter");
        assertThat(page.locator(".guest-line .tag-danger")).containsText("花生过敏");
        page.locator("#profile button", new Page.LocatorOptions().setHasText("显示"))
                .click();
        assertThat(page.locator("#profile")).containsText(phone);
        browser.checkAccessibility(page);

        page.navigate("/customers");
        page.keyboard().press("/");
        page.keyboard().type("ycjd");
        assertThat(page.locator(".search-hits [role=option]").first()).containsText("尉迟敬德");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForURL("**/customers/*");
        assertThat(page.locator("h1")).hasText("尉迟敬德");
    }

    @Test
    void aBirthdayNobodyCanHaveLosesNothingThatWasTyped(Browser browser) {
        Page page = signedIn(browser, Look.CHINESE, Role.FRONT_DESK);
        page.navigate("/customers/new");
        assertThat(page.locator("#birthday")).hasAttribute("min", PossibleDates.FIRST.toString());
        assertThat(page.locator("#birthday")).hasAttribute("max", PossibleDates.LAST.toString());
        page.fill("#name", "尉迟恭");
        page.fill("#birthday", "0199-05-05");
        page.locator("#birthday").press("Enter");
        assertThat(page.locator("#birthday")).isFocused();
        assertThat(page.locator("#name")).hasValue("尉迟恭");
        page.fill("#birthday", "1990-05-05");
        page.locator("#birthday").press("Enter");
        assertThat(page.locator("h1")).hasText("尉迟恭");
    }

    @Test
    void managerReadsTheListAndACardInBothLanguagesAndInTheDark(Browser browser) {
        long id = regular();
        for (Look look : List.of(Look.CHINESE, Look.ENGLISH.dark(), Look.CHINESE.phone())) {
            Page page = signedIn(browser, look, Role.MANAGER);
            for (String path : List.of(
                    "/customers",
                    "/customers?view=best&q=zhang",
                    "/customers?q=nobodyhasthisname",
                    "/customers/" + id,
                    "/customers/" + id + "/edit",
                    "/customers/new",
                    "/customers/tags",
                    "/visits?customerId=" + id,
                    "/imports",
                    "/jobs")) {
                page.navigate(path);
                browser.screenshot(
                        page, "guests-" + look + path.replaceAll("[0-9]+", "n").replaceAll("\\W+", "-"));
                browser.checkAccessibility(page);
            }
        }
    }

    @Test
    void serviceImportsAFileAndTakesTheRefusedRowsBack(Browser browser) {
        Page page = signedIn(browser, Look.CHINESE, Role.CUSTOMER_SERVICE);
        page.navigate("/imports");
        page.setInputFiles(
                "#customers-file",
                new com.microsoft.playwright.options.FilePayload(
                        "guests.csv", "text/csv", "name,gender\n甲,F\n乙,Q\n".getBytes(StandardCharsets.UTF_8)));
        page.click("text=导入顾客 >> nth=-1");
        page.waitForURL("**/jobs/*");
        assertThat(page.locator("#job-progress")).containsText("完成");
        assertThat(page.locator("a[download]")).containsText("下载退回的 1 行");
        browser.checkAccessibility(page);
        browser.screenshot(page, "guests-job");
    }

    private long regular() {
        long id = CurrentActor.asSystem(() -> registration.register(new RegisterCustomer(
                        CustomerKind.PERSON,
                        "张建国",
                        CustomerModuleTests.freshPhone(),
                        "zjg@example.com",
                        Gender.M,
                        LocalDate.of(1978, 11, 25),
                        UUID.randomUUID().toString(),
                        List.of("老客", "靠窗"))))
                .id();
        ratings.apply(List.of(new RatingChange(id, "B", "RATED", LocalDate.of(2026, 11, 3), "A")));
        long venue = fixtures.freshVenue().id();
        for (int day = 1; day <= 8; day++) {
            Instant at = Instant.parse("2026-11-0" + day + "T11:30:00Z");
            visits.record(new RecordVisit(id, venue, at, 32_850L + day * 1000L, day, null, VisitSource.API));
        }
        return id;
    }

    private Page signedIn(Browser browser, Look look, Role role) {
        Page page = browser.newPage(look);
        browser.signIn(page, fixtures.hire(role));
        return page;
    }
}
