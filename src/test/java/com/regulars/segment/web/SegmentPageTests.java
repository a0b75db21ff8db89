package com.regulars.segment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.access.CurrentActor;
import com.regulars.segment.SegmentState;
import com.regulars.segment.SegmentTest;
import com.regulars.segment.SegmentTestData;
import com.regulars.segment.SegmentTestData.VisitRow;
import com.regulars.segment.rating.CutRule;
import com.regulars.segment.rating.SegmentSettings;
import com.regulars.segment.report.SegmentReports;
import com.regulars.segment.run.SegmentSettingsBook;
import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.StatementCount;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SegmentTest
class SegmentPageTests {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);
    private static final LocalDate BEFORE = DAY.minusDays(100);
    private static final int GUEST_PAGE = 15;
    private static final Pattern FIGURE =
            Pattern.compile("(?s)<a[^>]* href=\"(/segments/customers[^\"]*)\"[^>]*>(.*?)</a>");

    @Autowired
    SegmentTestData data;

    @Autowired
    SegmentSettingsBook settings;

    @Autowired
    MockMvcTester web;

    @Autowired
    SegmentReports reports;

    private String prefix = "";

    @BeforeEach
    void guestsWhoMoved() {
        data.forgetVisits();
        data.rule(365, new CutRule.Percentile(50, 50));
        prefix = "W" + System.nanoTime() + "-";
        data.addCustomers(IntStream.range(0, 20).mapToObj(i -> prefix + i).toList());
        List<VisitRow> visits = new ArrayList<>();
        for (int guest = 0; guest < 18; guest++) {
            for (int visit = 0; visit <= guest % 6; visit++) {
                visits.add(new VisitRow(prefix + guest, BEFORE.minusDays(visit), 1_000 * (1 + guest * 7 % 11), 0));
                if (guest > 8) {
                    visits.add(new VisitRow(prefix + guest, DAY.minusDays(visit), 900 * (1 + guest * 5 % 13), 0));
                }
            }
        }
        data.addVisits(visits);
        data.run(BEFORE, false);
        data.run(DAY, false);
    }

    @ParameterizedTest
    @CsvSource({"zh,象限分布,移动,健康度,高频高消", "en,Quadrants,Movement,Health,spend"})
    void the_dashboard_shows_quadrants_plot_movement_and_health(
            Locale language, String quadrants, String movement, String health, String often) {
        assertThat(page("/segments", language))
                .hasStatusOk()
                .bodyText()
                .contains(quadrants, movement, health, often, "<svg class=\"plot\"", "class=\"cell cell-", "2025-06-30")
                .contains("/segments/customers?asOf=2025-06-30&amp;quadrant=B", "fromQ=")
                .doesNotContain("??", "style=", "onclick");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/segments", "/segments/customers", "/insight", "/"})
    void rating_an_old_date_again_hides_no_newer_one(String address) {
        data.run(BEFORE.minusDays(3), false);

        assertThat(page(address, Locale.CHINESE))
                .hasStatusOk()
                .bodyText()
                .contains("2025-06-30")
                .doesNotContain(BEFORE.minusDays(3) + "</h", "asOf=" + BEFORE.minusDays(3) + "&amp;quadrant");
    }

    @ParameterizedTest
    @CsvSource({
        "1990-01-01,refused.BUSINESS_DATE_BEFORE_FIRST_VISIT",
        "0000-01-01,invalid.type",
        "2026-02-30,invalid.type",
        "x,invalid.type"
    })
    void a_date_that_no_run_can_have_is_sent_back_with_the_reason(String date, String reason) {
        var answer = web.post()
                .uri("/segments/runs")
                .param("businessDate", date)
                .param("full", "true")
                .with(Fixtures.as(Role.MANAGER))
                .with(csrf())
                .exchange();
        assertThat(answer).hasRedirectedUrl("/segments/runs");
        assertThat(answer)
                .flash()
                .containsEntry("flashError", reason)
                .containsEntry("typed", Map.of("businessDate", date, "full", "true"));
    }

    @Test
    void the_dashboard_reads_the_log_of_runs_once() {
        page("/segments", Locale.CHINESE);
        var statements =
                StatementCount.during(() -> page("/segments", Locale.CHINESE).getResponse());

        assertThat(statements.stream().filter(statement -> statement.contains("from segment_run")))
                .hasSize(1);
        assertThat(statements.stream().filter(statement -> statement.contains("segment_")))
                .as(statements::toString)
                .hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void every_figure_of_the_dashboard_opens_exactly_its_list() {
        data.addCustomers(
                IntStream.range(0, 30).mapToObj(i -> prefix + "late-" + i).toList());
        var quadrants = figures("/segments?asOf=2025-06-30");
        assertThat(quadrants).isNotEmpty();
        quadrants.forEach(this::opensItsList);
        opensItsList(new Figure(
                "/segments/customers?asOf=2025-06-30&quadrant=NEW",
                CurrentActor.asSystem(
                        () -> reports.summary(DAY).of(SegmentState.NEW).customers())));
    }

    /** A stage is where a guest stands now; the figures of an earlier night have no list to open. */
    @Test
    void every_stage_of_the_newest_night_opens_exactly_its_list() {
        data.addCustomers(
                IntStream.range(0, 30).mapToObj(i -> prefix + "staged-" + i).toList());
        var link = Pattern.compile("<a href=\"(/customers\\?stage=[A-Z]+)\"[^>]*>([0-9,]+)</a>");
        var stages = link.matcher(text(page("/segments", Locale.CHINESE).getResponse()))
                .results()
                .toList();
        assertThat(stages)
                .hasSize(5)
                .anySatisfy(stage -> assertThat(stage.group(2)).isNotEqualTo("0"));
        stages.forEach(stage -> assertThat(
                        text(page(stage.group(1), Locale.CHINESE).getResponse()))
                .as(stage.group(1))
                .containsPattern(stage.group(2).equals("0") ? "class=\"empty" : "共 " + stage.group(2) + " 条"));
        assertThat(text(page("/segments?asOf=" + BEFORE, Locale.CHINESE).getResponse()))
                .doesNotContain("/customers?stage=");
    }

    @Test
    void figures_of_a_preview_open_the_lists_of_the_preview() {
        var tried = figures("/segments?asOf=2025-06-30&visits=1&spend=0.01");
        assertThat(tried).anySatisfy(figure -> {
            assertThat(figure.url()).contains("quadrant=B", "visits=1", "spend=0.01");
            assertThat(figure.count()).isEqualTo(18);
        });
        tried.forEach(this::opensItsList);
    }

    @Test
    void the_page_of_a_rated_guest_keeps_within_its_statements() {
        long guest = data.customer(prefix + 17);
        MvcTestResult first = guestPage(guest);
        assertThat(first).hasStatusOk().bodyText().contains("2025-06-30");
        assertThat(StatementCount.during(() -> guestPage(guest).getResponse()))
                .filteredOn(sql -> !sql.contains("SPRING_SESSION"))
                .hasSizeLessThanOrEqualTo(GUEST_PAGE);
    }

    private MvcTestResult guestPage(long guest) {
        return web.get()
                .uri("/customers/" + guest)
                .with(Fixtures.as(Role.values()))
                .exchange();
    }

    /** A figure that is a link, and how many it says. */
    private record Figure(String url, long count) {}

    private List<Figure> figures(String uri) {
        var body = page(uri, Locale.CHINESE).getResponse();
        List<Figure> figures = new ArrayList<>();
        var link = FIGURE.matcher(text(body));
        while (link.find()) {
            String count = link.group(2).replaceAll("(?s)<[^>]*>|[A-D,\\s]", "");
            if (count.matches("[0-9]+")) {
                figures.add(new Figure(link.group(1).replace("&amp;", "&"), Long.parseLong(count)));
            }
        }
        return figures;
    }

    /** The list says the figure as its total, and has so many rows unless they go on to another page. */
    private void opensItsList(Figure figure) {
        String body = text(page(figure.url(), Locale.CHINESE).getResponse());
        assertThat(body).as(figure.url()).contains(figure.count() + " 位");
        assertThat(body.split("class=\"name\"", -1).length - 1).as(figure.url()).isEqualTo((int)
                Math.min(50, figure.count()));
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void cut_offs_are_tried_without_being_saved() {
        var before = settings.current();
        assertThat(page("/segments?asOf=2025-06-30&visits=1&spend=0.01", Locale.CHINESE))
                .hasStatusOk()
                .bodyText()
                .contains("这是预览，没有保存", ">B 18<");
        assertThat(settings.current()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"0,10", "x,10", "2,ten", "2,-1"})
    void cut_offs_that_make_no_sense_are_shown_again(String visits, String spend) {
        assertThat(page("/segments?visits=" + visits + "&spend=" + spend, Locale.CHINESE))
                .hasStatusOk()
                .bodyText()
                .contains("aria-invalid=\"true\"", "界线要填");
    }

    @Test
    void tried_cut_offs_are_kept_for_the_next_run() {
        assertThat(web.post()
                        .uri("/segments/settings/cuts")
                        .param("visits", "3")
                        .param("spend", "45.50")
                        .with(Fixtures.as(Role.MANAGER))
                        .with(csrf()))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/segments");
        assertThat(settings.current().cut()).isEqualTo(new CutRule.Fixed(3, 4_550));
        assertThat(settings.current().windowDays()).isEqualTo(365);
    }

    @ParameterizedTest
    @CsvSource({"zh,象限名单,次均消费", "en,Guests by segment,Average spend"})
    void each_figure_opens_its_list(Locale language, String title, String column) {
        assertThat(page("/segments/customers?asOf=2025-06-30&quadrant=B", language))
                .hasStatusOk()
                .bodyText()
                .contains(title, column, prefix)
                .doesNotContain("??");
        assertThat(page("/segments/customers?asOf=2025-06-30&quadrant=NEW", language))
                .hasStatusOk()
                .bodyText()
                .contains(prefix + 19)
                .doesNotContain(prefix + "17<");
        assertThat(page("/segments/customers?asOf=2025-06-30&quadrant=A&page=999", language))
                .hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({"zh,移动的顾客", "en,Guests who moved"})
    void each_flow_opens_its_list(Locale language, String title) {
        for (SegmentState from : SegmentState.values()) {
            for (SegmentState to : SegmentState.values()) {
                if (from == to || from == SegmentState.C) {
                    assertThat(page(
                                    "/segments/customers?from=%s&to=%s&fromQ=%s&toQ=%s"
                                            .formatted(BEFORE, DAY, from, to),
                                    language))
                            .hasStatusOk()
                            .bodyText()
                            .contains(title)
                            .doesNotContain("??");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"zh,夜算记录,完成", "en,Nightly runs,Done"})
    void runs_are_listed_and_shown(Locale language, String title, String done) {
        assertThat(page("/segments/runs", language))
                .hasStatusOk()
                .bodyText()
                .contains(title, done, "2025-06-30")
                .doesNotContain("??");
        long id = data.run(DAY, true).id();
        assertThat(page("/segments/runs/" + id, language))
                .hasStatusOk()
                .bodyText()
                .contains("2025-06-30", done)
                .doesNotContain("??");
        var fragment = web.get()
                .uri("/segments/runs/" + id)
                .header("HX-Request", "true")
                .with(Fixtures.as(Role.MANAGER))
                .exchange();
        assertThat(fragment)
                .hasStatusOk()
                .bodyText()
                .contains("id=\"progress\"")
                .doesNotContain("<html", "hx-get");
    }

    @Test
    void a_run_now_leads_to_its_progress() {
        assertThat(web.post()
                        .uri("/segments/runs")
                        .param("businessDate", "2025-06-30")
                        .with(Fixtures.as(Role.MANAGER))
                        .with(csrf()))
                .hasStatus3xxRedirection()
                .satisfies(result ->
                        assertThat(result.getResponse().getRedirectedUrl()).matches("/segments/runs/\\d+"));
        data.run(DAY, false);
    }

    @ParameterizedTest
    @CsvSource({"zh,象限设置,按百分位", "en,Segment settings,By percentile"})
    void settings_are_changed_on_their_page(Locale language, String title, String mode) {
        assertThat(page("/segments/settings", language))
                .hasStatusOk()
                .bodyText()
                .contains(title, mode)
                .doesNotContain("??");
        assertThat(save("200", "PERCENTILE", "60", "70")).hasStatus3xxRedirection();
        assertThat(settings.current())
                .isEqualTo(new SegmentSettings(200, new CutRule.Percentile(60, 70), 500_000, 50_050));
        assertThat(save("0", "PERCENTILE", "60", "70"))
                .hasStatus(422)
                .bodyText()
                .contains("is-invalid");
        assertThat(save("30", "PERCENTILE", "60", "")).hasStatus(422);
        assertThat(save("30", "FIXED", "60", "70")).hasStatus(422);
        assertThat(settings.current().windowDays()).isEqualTo(200);
    }

    @Test
    void the_home_page_of_a_manager_counts_the_quadrants() {
        assertThat(page("/", Locale.CHINESE))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"tile-segment\"", "/segments/customers?asOf=2025-06-30&amp;quadrant=B");
    }

    @Test
    void before_the_first_run_the_page_says_what_to_do() {
        data.forgetRuns();
        assertThat(page("/segments", Locale.CHINESE)).hasStatusOk().bodyText().contains("还没有算过象限", "现在计算");
    }

    @Test
    void a_cashier_has_no_business_here() {
        assertThat(web.get().uri("/segments").with(Fixtures.as(Role.CASHIER))).hasStatus(403);
        assertThat(web.get().uri("/segments/settings").with(Fixtures.as(Role.CUSTOMER_SERVICE)))
                .hasStatus(403);
    }

    private MvcTestResult save(String windowDays, String mode, String visits, String spend) {
        return web.post()
                .uri("/segments/settings")
                .param("windowDays", windowDays)
                .param("mode", mode)
                .param("percentileVisits", visits)
                .param("percentileSpend", spend)
                .param("keyAccount", "5000")
                .param("regularAccount", "500.50")
                .with(Fixtures.as(Role.MANAGER))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult page(String uri, Locale language) {
        return web.get()
                .uri(uri)
                .locale(language)
                .with(Fixtures.as(Role.MANAGER))
                .exchange();
    }
}
