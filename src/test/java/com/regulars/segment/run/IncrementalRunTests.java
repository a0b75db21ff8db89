package com.regulars.segment.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.access.CurrentActor;
import com.regulars.segment.SegmentState;
import com.regulars.segment.SegmentTest;
import com.regulars.segment.SegmentTestData;
import com.regulars.segment.rating.CutRule;
import com.regulars.segment.report.NightReports;
import com.regulars.segment.report.SegmentReports;
import com.regulars.segment.report.ValueClass;
import com.regulars.segment.run.RatingByHand.Visit;
import com.regulars.visit.RecordVisit;
import com.regulars.visit.VisitBook;
import com.regulars.visit.VisitSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nights as they come: visits, refunds, visits entered late, dates rated again, settings changed in between. */
@SegmentTest
class IncrementalRunTests {

    /** Where the rows of the plot begin, in twelfths of the cut: six below it, then growing up to ten times the cut. */
    private static final List<Long> ROWS_BEGIN =
            List.of(0L, 2L, 4L, 6L, 8L, 10L, 12L, 15L, 18L, 21L, 24L, 30L, 36L, 48L, 60L, 72L, 96L, 120L);

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate START = LocalDate.of(2024, 1, 31);

    @Autowired
    SegmentTestData data;

    @Autowired
    SegmentReports reports;

    @Autowired
    NightReports night;

    @Autowired
    VisitBook visitBook;

    @Autowired
    JdbcClient jdbc;

    private List<Long> customers = List.of();
    private CutRule rule = new CutRule.Percentile(50, 50);
    private int windowDays = 30;
    private long keyAccountMinor = 100_000;

    @BeforeEach
    void newGuests() {
        data.forgetVisits();
        String prefix = "R" + System.nanoTime() + "-";
        data.addCustomers(IntStream.range(0, 120).mapToObj(i -> prefix + i).toList());
        customers = jdbc.sql("select id from customer where external_ref like :prefix order by id")
                .param("prefix", prefix + "%")
                .query(Long.class)
                .list();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void every_night_agrees_with_the_rule_and_no_night_changes_another(long seed) {
        var random = new Random(seed);
        data.rule(windowDays, rule, keyAccountMinor, 20_000);
        var found = new TreeMap<LocalDate, Map<Long, String>>();
        for (int night = 0; night < 45; night++) {
            LocalDate today = START.plusDays(night);
            live(random, today);
            changeSettings(random);
            LocalDate asOf = random.nextInt(8) == 0 ? today.minusDays(1 + random.nextInt(20)) : today;
            var run = data.run(asOf, random.nextInt(10) == 0);
            found.put(asOf, RatingByHand.rate(visits(), asOf, windowDays, rule));
            assertThat(data.standAt(asOf)).isEqualTo(found.get(asOf));
            addsUp(run, found.get(asOf).values());
        }
        found.forEach(
                (asOf, stand) -> assertThat(data.standAt(asOf)).as("%s", asOf).isEqualTo(stand));
        movementsAddUp(found);
        aFullRunFindsWhatIsKept(found.lastKey());
        currentLettersAreThoseOf(found.lastKey(), found.lastEntry().getValue());
    }

    /** The night's aggregates, kept by what changed, are those of its guests added up one by one. */
    private void addsUp(SegmentRun run, Collection<String> stand) {
        Map<String, Long> expected = new TreeMap<>();
        for (String line : stand) {
            String[] figures = line.split(" ");
            long visits = Long.parseLong(figures[1]);
            long spend = Long.parseLong(figures[2]);
            long yearSpend = Long.parseLong(figures[6]);
            add(expected, figures[0], visits, spend);
            add(expected, ValueClass.of(yearSpend, keyAccountMinor, 20_000).name(), 0, yearSpend);
            if (visits > 0) {
                add(expected, place(run, visits, Long.parseLong(figures[3])), 0, spend);
            }
        }
        Map<String, Long> found = new TreeMap<>();
        CurrentActor.asSystem(() -> {
            reports.summary(run.businessDate()).states().forEach((state, totals) -> {
                if (state != SegmentState.NEW) {
                    add(found, state.name(), totals.customers(), totals.visits(), totals.spendMinor());
                }
            });
            night.valueClasses(run)
                    .forEach(totals ->
                            add(found, totals.valueClass().name(), totals.customers(), 0, totals.yearSpendMinor()));
            night.density(run)
                    .forEach(cell ->
                            add(found, cell.column() + "/" + cell.row(), cell.customers(), 0, cell.spendMinor()));
            return true;
        });
        assertThat(found).as("%s", run).isEqualTo(expected);
    }

    private static String place(SegmentRun run, long visits, long average) {
        long often = Objects.requireNonNull(run.frequencyCut());
        long high = Math.max(12, Objects.requireNonNull(run.spendCutMinor()));
        long row =
                ROWS_BEGIN.stream().filter(part -> average * 12 >= part * high).count() - 1;
        return Math.min(19, often <= 14 ? visits - 1 : visits * 7 / often) + "/" + row;
    }

    private static void add(Map<String, Long> totals, String what, long visits, long spend) {
        add(totals, what, 1, visits, spend);
    }

    private static void add(Map<String, Long> totals, String what, long customers, long visits, long spend) {
        if (customers > 0) {
            totals.merge(what + " customers", customers, Long::sum);
            totals.merge(what + " visits", visits, Long::sum);
            totals.merge(what + " spend", spend, Long::sum);
        }
    }

    private void live(Random random, LocalDate today) {
        for (int i = random.nextInt(25); i > 0; i--) {
            int late = random.nextInt(6) == 0 ? random.nextInt(60) : random.nextInt(4) == 0 ? -2 : 0;
            book(random, today.minusDays(late));
        }
        var known =
                jdbc.sql("select id from visit order by id").query(Long.class).list();
        for (int i = random.nextInt(4); i > 0 && !known.isEmpty(); i--) {
            long visit = known.get(random.nextInt(known.size()));
            if (random.nextBoolean()) {
                visitBook.withdraw(visit);
                known = jdbc.sql("select id from visit order by id")
                        .query(Long.class)
                        .list();
            } else {
                visitBook.changeSpend(visit, random.nextInt(20_000));
            }
        }
    }

    private void book(Random random, LocalDate day) {
        // some guests come far more often than others
        int who = (int) (customers.size() * Math.pow(random.nextDouble(), 3));
        Instant at = day.atTime(LocalTime.of(12, random.nextInt(60)))
                .atZone(SHANGHAI)
                .toInstant();
        visitBook.record(new RecordVisit(
                customers.get(who), data.venue().id(), at, random.nextInt(30_000), 2, null, VisitSource.API));
    }

    private void changeSettings(Random random) {
        if (random.nextInt(12) == 0) {
            windowDays = 10 + random.nextInt(40);
        }
        if (random.nextInt(12) == 0) {
            rule = random.nextBoolean()
                    ? new CutRule.Fixed(1 + random.nextInt(4), random.nextInt(15_000))
                    : new CutRule.Percentile(1 + random.nextInt(99), 1 + random.nextInt(99));
        }
        if (random.nextInt(12) == 0) {
            keyAccountMinor = 50_000 + random.nextInt(100_000);
        }
        data.rule(windowDays, rule, keyAccountMinor, 20_000);
    }

    private List<Visit> visits() {
        return jdbc.sql("select customer_id, business_date, spend_minor from visit")
                .query((row, number) -> new Visit(row.getLong(1), row.getObject(2, LocalDate.class), row.getLong(3)))
                .list();
    }

    private void movementsAddUp(TreeMap<LocalDate, Map<Long, String>> found) {
        var dates = List.copyOf(found.keySet());
        for (int i = 0; i < dates.size(); i += 7) {
            for (int j = i; j < dates.size(); j += 5) {
                LocalDate from = dates.get(i);
                LocalDate to = dates.get(j);
                var movements = CurrentActor.asSystem(() -> reports.movements(from, to));
                for (SegmentState state : SegmentState.values()) {
                    if (state != SegmentState.NEW) {
                        assertThat(movements.totalFrom(state)).isEqualTo(count(found.get(from), state));
                        assertThat(movements.totalTo(state)).isEqualTo(count(found.get(to), state));
                    }
                    for (SegmentState after : SegmentState.values()) {
                        assertThat(movements.of(state, after))
                                .isEqualTo(count(found.get(from), state, found.get(to), after));
                    }
                }
            }
        }
    }

    /** A full run counts anew what nights have only changed. */
    private void aFullRunFindsWhatIsKept(LocalDate newest) {
        var histogram = rows("segment_histogram");
        var cells = rows("segment_cell");
        data.run(newest, true);
        assertThat(rows("segment_histogram")).isNotEmpty().containsExactlyInAnyOrderElementsOf(histogram);
        assertThat(rows("segment_cell")).isNotEmpty().containsExactlyInAnyOrderElementsOf(cells);
    }

    private List<Map<String, Object>> rows(String table) {
        return jdbc.sql("select * from " + table).query().listOfRows();
    }

    private static long count(Map<Long, String> stand, SegmentState state) {
        return stand.values().stream()
                .filter(line -> line.startsWith(state.name() + " "))
                .count();
    }

    private long count(Map<Long, String> before, SegmentState from, Map<Long, String> after, SegmentState to) {
        return jdbc.sql("select id from customer").query(Long.class).list().stream()
                .filter(id -> is(before, id, from) && is(after, id, to))
                .count();
    }

    private static boolean is(Map<Long, String> stand, long id, SegmentState state) {
        return stand.getOrDefault(id, "NEW ").startsWith(state.name() + " ");
    }

    private void currentLettersAreThoseOf(LocalDate newest, Map<Long, String> stand) {
        var letters = jdbc.sql("select customer_id, coalesce(quadrant, status) as state from customer_rating"
                        + " where status <> 'NEW'")
                .query((row, number) -> Map.entry(row.getLong(1), row.getString(2)))
                .list();
        assertThat(letters).as("%s", newest).hasSameSizeAs(stand.keySet());
        letters.forEach(letter -> assertThat(stand.get(letter.getKey())).startsWith(letter.getValue() + " "));
    }
}
