package com.regulars.segment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.regulars.access.CurrentActor;
import com.regulars.segment.SegmentState;
import com.regulars.segment.SegmentTest;
import com.regulars.segment.SegmentTestData;
import com.regulars.segment.SegmentTestData.VisitRow;
import com.regulars.segment.rating.CutRule;
import com.regulars.segment.report.CustomerSegment;
import com.regulars.segment.report.CustomerSegments;
import com.regulars.segment.report.SegmentReports;
import com.regulars.segment.report.SegmentSummary;
import com.regulars.segment.report.ValueClass;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import com.regulars.venue.Brands;
import com.regulars.venue.Venues;
import com.regulars.work.JobRequest;
import com.regulars.work.Jobs;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SegmentTest
class SegmentRunModuleTests {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

    @Autowired
    SegmentTestData data;

    @Autowired
    SegmentRuns runs;

    @Autowired
    SegmentReports reports;

    @Autowired
    CustomerSegments segments;

    @Autowired
    NightlyRun nightlyRun;

    @Autowired
    Jobs jobs;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Brands brands;

    @Autowired
    RunLog log;

    @Autowired
    RunWork work;

    @Autowired
    Venues venues;

    @Autowired
    JdbcClient jdbc;

    private String prefix = "";

    @BeforeEach
    void guestsWithVisits() {
        data.forgetVisits();
        data.rule(365, new CutRule.Percentile(50, 50));
        prefix = "M" + System.nanoTime() + "-";
        data.addCustomers(IntStream.range(0, 6).mapToObj(i -> prefix + i).toList());
        // 0 comes once and spends much, 1 often and much, 2 once and little, 3 often and on the cut, 4 only long ago
        visit(0, DAY, 20_000);
        visit(1, DAY.minusDays(1), 15_000);
        visit(1, DAY, 15_001);
        visit(2, DAY, 900);
        visit(3, DAY.minusDays(3), 1_000);
        visit(3, DAY, 1_000);
        visit(4, DAY.minusDays(365), 5_000);
    }

    @Test
    void puts_each_guest_where_the_plot_says() {
        var run = data.run(DAY, false);

        assertThat(run.frequencyCut()).isEqualTo(2);
        assertThat(run.spendCutMinor()).isEqualTo(1_000);
        assertThat(states()).containsExactly("A", "B", "C", "B", "LAPSED", "NEW");
    }

    @Test
    void rounds_the_average_half_up() {
        data.run(DAY, false);

        assertThat(segment(1).averageSpendMinor()).isEqualTo(15_001);
        assertThat(segment(1).lifetimeSpendMinor()).isEqualTo(30_001);
    }

    @Test
    void fixed_cuts_stand_where_they_were_put_and_ties_are_high() {
        data.rule(365, new CutRule.Fixed(2, 20_000));
        data.run(DAY, false);
        assertThat(states()).containsExactly("A", "D", "C", "D", "LAPSED", "NEW");

        data.rule(365, new CutRule.Fixed(2, 20_001));
        data.run(DAY, false);
        assertThat(states()).containsExactly("C", "D", "C", "D", "LAPSED", "NEW");
    }

    @Test
    void a_cut_stays_where_only_one_value_occurs() {
        data.forgetVisits();
        visit(0, DAY, 500);
        visit(1, DAY, 500);
        var run = data.run(DAY, false);

        assertThat(run.frequencyCut()).isEqualTo(1);
        assertThat(run.spendCutMinor()).isEqualTo(500);
    }

    @Test
    void a_run_without_any_visit_has_no_cuts() {
        data.forgetVisits();
        var run = data.run(DAY, false);

        assertThat(run.frequencyCut()).isNull();
        assertThat(run.changed()).isZero();
        assertThat(summary(DAY).of(SegmentState.NEW).customers())
                .isEqualTo(jdbc.sql("select count(*) from customer")
                        .query(Long.class)
                        .single());
    }

    @Test
    void rating_a_date_again_replaces_its_result_and_the_log_keeps_both() {
        var first = data.run(DAY, false);
        visit(2, DAY, 90_000);
        var second = data.run(DAY, false);

        assertThat(CurrentActor.asSystem(() -> runs.get(first.id())).inForce()).isFalse();
        assertThat(second.inForce()).isTrue();
        assertThat(states().get(2)).isEqualTo("B");
        assertThat(CurrentActor.asSystem(() -> runs.newest(10))).hasSize(2);
    }

    @Test
    void settings_changed_later_leave_history_as_it_was() {
        data.run(DAY, false);
        var before = data.standAt(DAY);
        var summaryBefore = summary(DAY);
        data.rule(30, new CutRule.Fixed(9, 99_999));
        assertThat(data.run(DAY.plusDays(1), false).full()).isTrue();

        assertThat(data.standAt(DAY)).isEqualTo(before);
        assertThat(summary(DAY)).isEqualTo(summaryBefore);
        assertThat(segment(0, DAY).valueClass()).isEqualTo(ValueClass.WALK_IN);
    }

    @Test
    void only_guests_who_can_have_changed_are_counted_again() {
        data.run(DAY, false);
        jdbc.sql("update segment_figure set lifetime_visits = 77 where customer_id = :id")
                .param("id", id(3))
                .update();
        visit(2, DAY.plusDays(1), 900);
        assertThat(data.run(DAY.plusDays(1), false).full()).isFalse();
        assertThat(segment(2).lifetimeVisits()).isEqualTo(2);
        assertThat(segment(3).lifetimeVisits()).isEqualTo(77);

        data.run(DAY.plusDays(1), true);
        assertThat(segment(3).lifetimeVisits()).isEqualTo(2);
    }

    @Test
    void a_failed_run_leaves_everything_as_it_was_and_can_be_made_again() {
        data.run(DAY, false);
        var before = data.standAt(DAY);
        visit(2, DAY, 90_000);
        data.alter("alter table segment_density add constraint no_room check (run_id < 0) not valid");
        var failed = CurrentActor.asSystem(() -> runs.run(DAY.plusDays(1), false));
        data.alter("alter table segment_density drop constraint no_room");

        assertThat(failed.status()).isEqualTo(SegmentRun.Status.FAILED);
        assertThat(failed.error()).contains("no_room");
        assertThat(data.standAt(DAY)).isEqualTo(before);
        assertThatThrownBy(() -> summary(DAY.plusDays(1))).isInstanceOf(NotFoundException.class);

        data.run(DAY.plusDays(1), false);
        assertThat(segment(2).lifetimeVisits()).isEqualTo(2);
    }

    @Test
    void a_run_whose_node_died_is_failed_by_the_others_and_leaves_nothing() {
        var died = new AtomicReference<SegmentRun>();
        var next = new AtomicReference<SegmentRun>();
        whileRunsAreHeld(() -> {
            died.set(request());
            await().until(() -> status(died) == SegmentRun.Status.RUNNING);
            next.set(request());
            jdbc.sql("update work_job set node = gen_random_uuid() where id = :id")
                    .param("id", died.get().jobId())
                    .update();
            await().until(() -> status(died) == SegmentRun.Status.FAILED);
        });
        jobs.await(next.get().jobId());

        assertThat(now(died).error()).isEqualTo("JOB_INTERRUPTED");
        assertThat(now(next).status()).isEqualTo(SegmentRun.Status.DONE);
        assertThat(reportsInForce())
                .extracting(SegmentRun::id)
                .containsExactly(next.get().id());
        assertThat(jdbc.sql("select distinct run_id from segment_summary")
                        .query(Long.class)
                        .list())
                .containsExactly(next.get().id());
    }

    @Test
    void a_run_that_is_cancelled_while_it_waits_or_works_leaves_nothing() {
        var works = new AtomicReference<SegmentRun>();
        var waits = new AtomicReference<SegmentRun>();
        whileRunsAreHeld(() -> {
            works.set(request());
            await().until(() -> status(works) == SegmentRun.Status.RUNNING);
            waits.set(request());
            cancel(works);
            cancel(waits);
            await().until(() -> status(waits) == SegmentRun.Status.FAILED);
        });
        jobs.await(works.get().jobId());

        assertThat(now(works).error()).isEqualTo("JOB_CANCELLED");
        assertThat(now(waits).error()).isEqualTo("JOB_CANCELLED");
        assertThat(reportsInForce()).isEmpty();
    }

    @Test
    void a_run_tells_how_far_it_is_while_its_transaction_goes_on() {
        var run = new AtomicReference<SegmentRun>();
        whileRunsAreHeld(() -> {
            run.set(request());
            await().until(() ->
                    CurrentActor.asSystem(() -> runs.progress(run.get())).done() == 4);
        });
        jobs.await(run.get().jobId());
        var job = CurrentActor.asSystem(() -> runs.progress(run.get()));
        assertThat(job.done()).isEqualTo(SegmentRun.STEPS);
        assertThat(job.updated()).isEqualTo(now(run).changed());
    }

    @Test
    void asking_for_a_run_is_all_or_nothing() {
        long jobsBefore = count("work_job");
        long linesBefore = count("audit_line");
        transaction.executeWithoutResult(status -> {
            request();
            status.setRollbackOnly();
        });
        assertThat(CurrentActor.asSystem(() -> runs.newest(10))).isEmpty();
        assertThat(count("work_job")).isEqualTo(jobsBefore);
        assertThat(count("audit_line")).isEqualTo(linesBefore);
    }

    @Test
    void two_nodes_in_the_same_night_make_one_run() {
        List.of(startNight(), startNight()).forEach(jobs::await);
        jobs.await(startNight());

        assertThat(CurrentActor.asSystem(() -> runs.newest(10)))
                .singleElement()
                .satisfies(run -> assertThat(run.businessDate()).isEqualTo(venues.lastClosedBusinessDate()))
                .satisfies(run -> assertThat(run.requestedBy().key()).isEqualTo("SYSTEM:0"));
    }

    @Test
    void runs_asked_for_at_once_take_their_turns() throws Exception {
        Callable<SegmentRun> ask = () -> CurrentActor.asSystem(() -> runs.run(DAY, true));
        try (var askers = Executors.newFixedThreadPool(4)) {
            for (var done : askers.invokeAll(List.of(ask, ask, ask, ask))) {
                assertThat(done.get().status()).isEqualTo(SegmentRun.Status.DONE);
            }
        }
        assertThat(reportsInForce()).hasSize(1);
    }

    @Test
    void a_day_that_is_still_running_is_rated_again_in_its_night() {
        LocalDate closed = venues.lastClosedBusinessDate();
        data.run(closed, false);
        jdbc.sql("update segment_run set started_at = started_at - interval '3 days'")
                .update();
        jobs.await(startNight());

        assertThat(CurrentActor.asSystem(() -> runs.newest(10))).hasSize(2);
    }

    @Test
    void a_night_is_due_twenty_minutes_after_the_last_venue_has_closed() {
        data.venue();
        assertThat(nightlyRun.lastClosed(Instant.parse("2025-06-30T20:19:59Z"))).isEqualTo("2025-06-29");
        assertThat(nightlyRun.lastClosed(Instant.parse("2025-06-30T20:20:00Z"))).isEqualTo("2025-06-30");
    }

    @Test
    void a_night_is_due_at_the_time_that_is_set_or_never() {
        var six = LocalDateTime.of(2025, 6, 30, 6, 0).atZone(brands.current().zone());
        var clock = Clock.fixed(six.toInstant(), ZoneOffset.UTC);
        assertThat(night("0 0 5 * * *", clock).due()).contains("2025-06-30T05:00");
        assertThat(night("-", clock).due()).isEmpty();
    }

    @Test
    void refuses_a_date_that_has_not_begun() {
        assertThatThrownBy(() -> CurrentActor.asSystem(
                        () -> runs.run(venues.lastClosedBusinessDate().plusDays(3), false)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("BUSINESS_DATE_IN_FUTURE");
    }

    @Test
    void refuses_a_date_before_anybody_came_unless_nobody_ever_did() {
        LocalDate first = DAY.minusDays(365);
        assertThatThrownBy(() -> CurrentActor.asSystem(() -> runs.run(first.minusDays(1), false)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("BUSINESS_DATE_BEFORE_FIRST_VISIT");
        data.run(first, false);
        data.forgetVisits();
        data.run(LocalDate.of(1990, 1, 1), false);
    }

    @Test
    void the_steps_of_a_guest_are_remembered_newest_first() {
        data.run(DAY.minusDays(2), false);
        data.run(DAY, false);
        data.run(DAY.plusDays(400), false);

        assertThat(CurrentActor.asSystem(() -> segments.steps(id(0), 10)))
                .containsExactly(
                        new CustomerSegments.Step(DAY.plusDays(400), SegmentState.A, SegmentState.LAPSED),
                        new CustomerSegments.Step(DAY, SegmentState.NEW, SegmentState.A));
    }

    @Test
    void a_guest_whose_visits_were_all_withdrawn_is_new_again() {
        data.run(DAY, false);
        jdbc.sql("delete from visit where customer_id = :id").param("id", id(0)).update();
        data.run(DAY.plusDays(1), true);

        assertThat(segment(0).state()).isEqualTo(SegmentState.NEW);
        assertThat(CurrentActor.asSystem(() -> segments.steps(id(0), 10)))
                .containsExactly(
                        new CustomerSegments.Step(DAY.plusDays(1), SegmentState.A, SegmentState.NEW),
                        new CustomerSegments.Step(DAY, SegmentState.NEW, SegmentState.A));
    }

    private NightlyRun night(String cron, Clock clock) {
        return new NightlyRun(jdbc, venues, brands, log, work, clock, cron);
    }

    /** Without the queue of the runs, as if two nodes had begun at the same moment. */
    private long startNight() {
        return CurrentActor.asSystem(
                () -> jobs.start(JobRequest.of("segment-run", "night"), progress -> nightlyRun.run("night", progress)));
    }

    private SegmentRun request() {
        return CurrentActor.asSystem(() -> runs.request(DAY, false));
    }

    private SegmentRun now(AtomicReference<SegmentRun> run) {
        return CurrentActor.asSystem(() -> runs.get(run.get().id()));
    }

    private SegmentRun.Status status(AtomicReference<SegmentRun> run) {
        return now(run).status();
    }

    private void cancel(AtomicReference<SegmentRun> run) {
        CurrentActor.asSystem(() -> {
            jobs.cancel(run.get().jobId());
            return run;
        });
    }

    /** No run gets past its guests until {@code meanwhile} is over. */
    private void whileRunsAreHeld(Runnable meanwhile) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("lock table segment_density in exclusive mode").update();
            CompletableFuture.runAsync(meanwhile).join();
        });
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private List<SegmentRun> reportsInForce() {
        return CurrentActor.asSystem(() -> runs.history(null, 10, 0).inForce());
    }

    private void visit(int guest, LocalDate day, long spend) {
        data.addVisits(List.of(new VisitRow(prefix + guest, day, spend, 0)));
    }

    private long id(int guest) {
        return jdbc.sql("select id from customer where external_ref = :ref")
                .param("ref", prefix + guest)
                .query(Long.class)
                .single();
    }

    private CustomerSegment segment(int guest) {
        return CurrentActor.asSystem(() -> segments.get(id(guest), null));
    }

    private CustomerSegment segment(int guest, LocalDate asOf) {
        return CurrentActor.asSystem(() -> segments.get(id(guest), asOf));
    }

    private SegmentSummary summary(LocalDate asOf) {
        return CurrentActor.asSystem(() -> reports.summary(asOf));
    }

    private List<String> states() {
        return IntStream.range(0, 6)
                .mapToObj(guest -> segment(guest).state().name())
                .toList();
    }
}
