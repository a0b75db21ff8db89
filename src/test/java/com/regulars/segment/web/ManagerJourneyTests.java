package com.regulars.segment.web;

import static com.microsoft.playwright.options.WaitForSelectorState.DETACHED;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.regulars.segment.SegmentTestData;
import com.regulars.segment.SegmentTestData.VisitRow;
import com.regulars.segment.rating.CutRule;
import com.regulars.staff.Role;
import com.regulars.testing.Browser;
import com.regulars.testing.Browser.Look;
import com.regulars.testing.Fixtures;
import com.regulars.testing.JourneyTest;
import com.regulars.venue.Venues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A manager looks where the base is moving, opens the people behind a figure and tries other cut-offs. */
@JourneyTest
@Import(SegmentTestData.class)
class ManagerJourneyTests {

    @Autowired
    SegmentTestData data;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Venues venues;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void aYearOfVisits() {
        data.venue();
        data.rule(365, new CutRule.Percentile(50, 50));
        LocalDate today = venues.lastClosedBusinessDate();
        String prefix = "J" + System.nanoTime() + "-";
        data.addCustomers(IntStream.range(0, 300).mapToObj(i -> prefix + i).toList());
        var random = new Random(7);
        List<VisitRow> visits = new ArrayList<>();
        for (int guest = 0; guest < 290; guest++) {
            int habit = 1 + (int) Math.abs(random.nextGaussian() * 7);
            long usual = 4_000 + Math.abs((long) (random.nextGaussian() * 15_000));
            for (int visit = 0; visit < habit; visit++) {
                visits.add(new VisitRow(
                        prefix + guest, today.minusDays(random.nextInt(420)), usual + random.nextInt(6_000), 0));
            }
        }
        data.addVisits(visits);
        data.run(today.minusDays(180), false);
        data.run(today.minusDays(92), false);
        data.run(today, false);
    }

    @Test
    void in_chinese_from_the_dashboard_to_the_guests_who_moved(Browser browser) {
        var page = browser.newPage(Look.CHINESE);
        browser.signIn(page, fixtures.hire(Role.MANAGER));
        page.locator("nav").getByText("客群象限").click();
        assertThat(page.locator("h1").textContent()).isEqualTo("客群象限");
        browser.screenshot(page, "segments-zh");
        browser.checkAccessibility(page);

        String movers = page.locator(".seg-matrix td a").first().textContent();
        page.locator(".seg-matrix td a").first().click();
        assertThat(page.locator("h1").textContent()).contains("移动的顾客");
        assertThat(page.locator(".page-sub").textContent()).contains(movers + " 位");
        browser.checkAccessibility(page);
        page.goBack();

        page.locator(".flows a").first().focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/segments/customers**");
        assertThat(page.locator("h1").textContent()).contains("移动的顾客");
        page.goBack();

        page.fill("input[name=visits]", "4");
        page.fill("input[name=spend]", "120.00");
        button(page, "预览").click();
        assertThat(page.locator(".alert-warning[role=status]").textContent()).contains("没有保存");
        browser.checkAccessibility(page);
        page.locator(".alert-warning button").click();
        assertThat(page.locator(".alert-success").textContent()).contains("设置已保存");

        button(page, "现在计算").click();
        page.getByText("看象限").waitFor();
        browser.checkAccessibility(page);
        page.getByText("看象限").click();
        assertThat(page.locator("input[name=visits]").inputValue()).isEqualTo("4");
        browser.screenshot(page, "segments-zh-fixed");
    }

    @Test
    void the_page_of_a_run_follows_it_without_asking_all_the_time(Browser browser) {
        var page = browser.newPage(Look.CHINESE);
        browser.signIn(page, fixtures.hire(Role.MANAGER));
        page.navigate("/segments/runs");
        var questions = new CopyOnWriteArrayList<String>();
        page.onRequest(request -> {
            if (request.headers().containsKey("hx-request")) {
                questions.add(request.url());
            }
        });
        transaction.executeWithoutResult(status -> {
            jdbc.sql("lock table segment_density in exclusive mode").update();
            button(page, "现在计算").click();
            page.getByText("移动已记，在汇总").waitFor();
            browser.checkAccessibility(page);
        });
        page.getByText("看象限").waitFor();
        page.locator("#progress[data-live]").waitFor(new Locator.WaitForOptions().setState(DETACHED));
        assertThat(questions.size()).as("questions asked by the page").isBetween(1, 9);
        browser.assertNoErrors();
    }

    @Test
    void in_english_in_the_dark_and_on_a_phone(Browser browser) {
        var page = browser.newPage(Look.ENGLISH.dark());
        var manager = fixtures.hire(Role.MANAGER);
        browser.signIn(page, manager);
        page.navigate("/segments");
        assertThat(page.locator("h1").textContent()).isEqualTo("Segments");
        browser.screenshot(page, "segments-en-dark");
        browser.checkAccessibility(page);
        page.navigate("/segments/settings");
        browser.checkAccessibility(page);
        page.navigate("/segments/runs");
        browser.checkAccessibility(page);
        page.navigate("/insight");
        browser.screenshot(page, "insight-en-dark");
        browser.checkAccessibility(page);

        var phone = browser.newPage(Look.ENGLISH.phone());
        browser.signIn(phone, manager);
        phone.navigate("/segments");
        browser.screenshot(phone, "segments-en-phone");
        for (String address : List.of(
                "/",
                "/segments",
                "/segments/settings",
                "/segments/runs",
                "/segments/customers",
                "/insight",
                "/customers",
                "/settlements",
                "/feedback",
                "/feedback/new")) {
            phone.navigate(address);
            browser.screenshot(phone, "phone" + address.replace('/', '-'));
            browser.checkAccessibility(phone);
        }
    }

    @Test
    void a_figure_of_a_preview_opens_the_guests_it_counts(Browser browser) {
        var page = browser.newPage(Look.CHINESE);
        browser.signIn(page, fixtures.hire(Role.MANAGER));
        page.navigate("/segments");
        page.fill("input[name=visits]", "2");
        page.fill("input[name=spend]", "1.00");
        button(page, "预览").click();
        var figure = page.locator(".seg-count a[href*='quadrant=B']");
        String guests = figure.textContent();
        figure.click();
        assertThat(page.locator(".page-sub").textContent()).contains(guests + " 位");
        assertThat(page.locator(".alert-warning[role=status]").textContent()).contains("没有保存");
        browser.checkAccessibility(page);
    }

    @Test
    void the_venue_that_is_chosen_narrows_the_figures(Browser browser) {
        var venue = fixtures.freshVenue();
        fixtures.freshVenue();
        var page = browser.newPage(Look.CHINESE);
        browser.signIn(page, fixtures.hire(Role.MANAGER));
        page.navigate("/insight");
        page.locator(".top-tools summary", new Page.LocatorOptions().setHasText("全部门店"))
                .click();
        page.locator(".top-tools button[value='" + venue.code() + "']").click();
        page.waitForURL("**/insight");
        assertThat(page.locator(".top-tools").textContent()).contains(venue.name());
        assertThat(page.locator("main").textContent()).contains("近 7 天还没有收款");
        page.navigate("/settlements");
        assertThat(page.locator("main").textContent()).contains("共 0 单");
        browser.checkAccessibility(page);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
