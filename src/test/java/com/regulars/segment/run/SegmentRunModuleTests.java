package com.regulars.segment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import com.regulars.venue.Venues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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
    NightlySchedule schedule;

    @Autowired
    RunLog log;

    @Autowired
    RunQueue queue;

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
    void a_run_that_died_with_its_node_is_marked_failed_and_what_waited_is_done() {
        long died = CurrentActor.asSystem(() -> log.ask(DAY, false));
        CurrentActor.asSystem(log::takeNext);
        long waiting = CurrentActor.asSystem(() -> log.ask(DAY, false));
        CurrentActor.asSystem(() -> {
            queue.workOff();
            return true;
        });

        assertThat(CurrentActor.asSystem(() -> runs.get(died)).status()).isEqualTo(SegmentRun.Status.FAILED);
        assertThat(CurrentActor.asSystem(() -> runs.get(waiting)).status()).isEqualTo(SegmentRun.Status.DONE);
    }

    @Test
    void two_nodes_in_the_same_night_make_one_run() throws Exception {
        var start = new CyclicBarrier(2);
        Callable<Boolean> node = () -> {
            start.await();
            nightlyRun.rateLastClosedDay();
            return true;
        };
        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (var done : nodes.invokeAll(List.of(node, node))) {
                assertThat(done.get()).isTrue();
            }
        }
        queue.workOff();
        nightlyRun.rateLastClosedDay();
        queue.workOff();

        assertThat(CurrentActor.asSystem(() -> runs.newest(10)))
                .singleElement()
                .satisfies(run -> assertThat(run.businessDate()).isEqualTo(venues.lastClosedBusinessDate()));
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
    void a_missed_night_is_made_up_for_at_start() {
        nightlyRun.catchUp();
        queue.workOff();

        assertThat(reportsInForce())
                .singleElement()
                .satisfies(run -> assertThat(run.businessDate()).isEqualTo(venues.lastClosedBusinessDate()));
    }

    @Test
    void nothing_is_made_up_for_while_there_are_no_visits() {
        data.forgetVisits();
        nightlyRun.catchUp();
        queue.workOff();

        assertThat(reportsInForce()).isEmpty();
    }

    @Test
    void a_day_that_is_still_running_is_rated_again_in_its_night() {
        LocalDate closed = venues.lastClosedBusinessDate();
        data.run(closed, false);
        jdbc.sql("update segment_run set started_at = started_at - interval '3 days'")
                .update();
        nightlyRun.rateLastClosedDay();
        queue.workOff();

        assertThat(CurrentActor.asSystem(() -> runs.newest(10))).hasSize(2);
    }

    @Test
    void starts_twenty_minutes_after_the_last_venue_has_closed() {
        data.venue();
        assertThat(schedule.nextAfterClosing(Instant.parse("2025-06-30T20:19:00Z")))
                .isEqualTo(Instant.parse("2025-06-30T20:20:00Z"));
        assertThat(schedule.nextAfterClosing(Instant.parse("2025-06-30T20:20:00Z")))
                .isEqualTo(Instant.parse("2025-07-01T20:20:00Z"));
    }

    @Test
    void refuses_a_date_that_has_not_begun() {
        assertThatThrownBy(() -> CurrentActor.asSystem(
                        () -> runs.run(venues.lastClosedBusinessDate().plusDays(3), false)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("BUSINESS_DATE_IN_FUTURE");
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
