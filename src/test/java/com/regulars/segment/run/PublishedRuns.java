package com.regulars.segment.run;

import static com.regulars.access.CurrentActor.asSystem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.regulars.customer.transfer.CustomerImports;
import com.regulars.segment.SegmentState;
import com.regulars.segment.SegmentTestData;
import com.regulars.segment.SegmentTestData.VisitRow;
import com.regulars.segment.rating.CutRule;
import com.regulars.segment.report.CustomerSegments;
import com.regulars.segment.report.SegmentReports;
import com.regulars.segment.report.SegmentTotals;
import com.regulars.testing.RegularsTest;
import com.regulars.visit.VisitImports;
import com.regulars.work.JobSummary;
import com.regulars.work.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real visits and the quadrants that others computed from them: every way to a date has to come out exactly there. */
@RegularsTest
@Import(SegmentTestData.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PublishedRuns {

    private final String dataset;
    private List<VisitRow> visits = List.of();

    @Autowired
    SegmentTestData data;

    @Autowired
    SegmentReports reports;

    @Autowired
    CustomerSegments segments;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CustomerImports customerImports;

    @Autowired
    VisitImports visitImports;

    @Autowired
    Jobs jobs;

    PublishedRuns(String dataset) {
        this.dataset = dataset;
    }

    @BeforeAll
    void read() {
        if (Files.exists(SegmentTestData.DATA)) {
            data.addCustomers(data.readCustomers(dataset));
            visits = data.readVisits(dataset);
        }
    }

    Stream<JsonNode> published() throws IOException {
        if (Files.notExists(SegmentTestData.DATA)) {
            return Stream.of(JsonMapper.shared().nullNode());
        }
        var json = Files.readString(SegmentTestData.DATA.resolve(dataset + "-expected.json"));
        return JsonMapper.shared().readTree(json).get("runs").valueStream();
    }

    @ParameterizedTest
    @MethodSource("published")
    void a_full_run_gives_the_published_figures(JsonNode run) {
        start(run);
        data.addVisits(visits);
        data.run(asOf(run), true);
        check(run);
    }

    @ParameterizedTest
    @MethodSource("published")
    void incremental_runs_give_the_published_figures(JsonNode run) {
        start(run);
        data.addVisits(visits.stream().filter(visit -> visit.number() % 3 != 0).toList());
        data.run(asOf(run).minusDays(200), false);
        data.addVisits(visits.stream().filter(visit -> visit.number() % 3 == 0).toList());
        data.run(asOf(run).minusDays(20), false);
        for (int night = 12; night >= 0; night--) {
            assertThat(data.run(asOf(run).minusDays(night), false).full()).isFalse();
        }
        check(run);
        var incremental = data.standAt(asOf(run));
        assertThat(data.run(asOf(run), true).changed()).isZero();
        check(run);
        assertThat(data.standAt(asOf(run))).isEqualTo(incremental);
    }

    @ParameterizedTest
    @MethodSource("published")
    void a_run_that_looks_back_gives_the_published_figures(JsonNode run) {
        start(run);
        data.addVisits(visits);
        data.run(asOf(run).plusDays(40), false);
        data.run(asOf(run).minusDays(70), false);
        var later = data.standAt(asOf(run).plusDays(40));
        var earlier = data.standAt(asOf(run).minusDays(70));
        data.run(asOf(run), false);
        check(run);
        assertThat(data.standAt(asOf(run).plusDays(40))).isEqualTo(later);
        assertThat(data.standAt(asOf(run).minusDays(70))).isEqualTo(earlier);
    }

    @Test
    void the_imported_files_give_the_published_figures() throws IOException {
        assumeThat(SegmentTestData.DATA).as("the published data sets").exists();
        data.forgetVisits();
        data.venue();
        imported(asSystem(() -> customerImports.start(SegmentTestData.file(dataset + "-customers"), "customers.csv")));
        imported(asSystem(() -> visitImports.start(SegmentTestData.file(dataset + "-visits"), "visits.csv")));
        for (JsonNode run : published().toList()) {
            rule(run);
            data.run(asOf(run), false);
            check(run);
            data.run(asOf(run), true);
            check(run);
        }
    }

    private void imported(long jobId) {
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> !job(jobId).isRunning());
        assertThat(job(jobId).rejected()).isZero();
    }

    private JobSummary job(long id) {
        return asSystem(() -> jobs.get(id));
    }

    private void start(JsonNode run) {
        assumeThat(SegmentTestData.DATA).as("the published data sets").exists();
        data.forgetVisits();
        rule(run);
    }

    private void rule(JsonNode run) {
        data.rule(
                run.get("windowDays").asInt(),
                new CutRule.Percentile(
                        run.get("percentileVisits").asInt(),
                        run.get("percentileSpend").asInt()));
    }

    private static LocalDate asOf(JsonNode run) {
        return LocalDate.parse(run.get("asOf").asString());
    }

    private void check(JsonNode run) {
        var summary = asSystem(() -> reports.summary(asOf(run)));
        assertThat(summary.run().frequencyCut())
                .isEqualTo(run.get("frequencyCut").asLong());
        assertThat(summary.run().spendCutMinor())
                .isEqualTo(run.get("spendCutMinor").asLong());
        assertThat(summary.ratedCustomers()).isEqualTo(run.get("rated").asLong());
        assertThat(summary.of(SegmentState.LAPSED).customers())
                .isEqualTo(run.get("lapsed").asLong());
        for (SegmentState quadrant : SegmentState.QUADRANTS) {
            var expected = run.get("quadrants").get(quadrant.name());
            assertThat(summary.of(quadrant))
                    .isEqualTo(new SegmentTotals(
                            expected.get("customers").asLong(),
                            expected.get("visits").asLong(),
                            expected.get("spendMinor").asLong()));
        }
        run.get("samples").properties().forEach(sample -> checkSample(asOf(run), sample.getKey(), sample.getValue()));
        assertThat(countedIn(data.standAt(asOf(run))))
                .isEqualTo(SegmentState.QUADRANTS.stream()
                        .collect(Collectors.toMap(
                                SegmentState::name,
                                quadrant -> summary.of(quadrant).customers())));
    }

    private void checkSample(LocalDate asOf, String ref, JsonNode expected) {
        long id = jdbc.sql("select id from customer where external_ref = :ref")
                .param("ref", ref)
                .query(Long.class)
                .single();
        var found = asSystem(() -> segments.get(id, asOf));
        assertThat(found.state().name()).isEqualTo(expected.get("quadrant").asString());
        assertThat(found.visits()).isEqualTo(expected.get("visits").asLong());
        assertThat(found.averageSpendMinor())
                .isEqualTo(expected.get("averageSpendMinor").asLong());
    }

    private static Map<String, Long> countedIn(Map<Long, String> stand) {
        return stand.values().stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .filter(state -> state.length() == 1)
                .collect(Collectors.groupingBy(state -> state, Collectors.counting()));
    }
}
