package com.regulars.segment;

import com.regulars.access.CurrentActor;
import com.regulars.segment.rating.CutRule;
import com.regulars.segment.rating.KeptStands;
import com.regulars.segment.rating.SegmentSettings;
import com.regulars.segment.run.SegmentRun;
import com.regulars.segment.run.SegmentRuns;
import com.regulars.segment.run.SegmentSettingsBook;
import com.regulars.testing.TestDatabase;
import com.regulars.venue.Venue;
import com.regulars.venue.VenueSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Guests and visits put straight into the tables, for tests of what the runs make of them. */
@TestComponent
public class SegmentTestData {

    public static final Path DATA = Path.of("../shared/data");

    private final JdbcClient jdbc;
    private final VenueSetup venueSetup;
    private final SegmentRuns runs;
    private final SegmentSettingsBook settings;

    private final JdbcClient owner;

    SegmentTestData(
            JdbcClient jdbc,
            VenueSetup venueSetup,
            SegmentRuns runs,
            SegmentSettingsBook settings,
            Environment environment) {
        this.jdbc = jdbc;
        this.owner = JdbcClient.create(new DriverManagerDataSource(
                TestDatabase.url(environment.getRequiredProperty("regulars.test.database")),
                TestDatabase.owner(),
                TestDatabase.password()));
        this.venueSetup = venueSetup;
        this.runs = runs;
        this.settings = settings;
    }

    /** A published file as it would be uploaded. */
    public static InputStream file(String name) {
        try {
            return new GZIPInputStream(Files.newInputStream(DATA.resolve(name + ".csv.gz")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What only the owner of the tables may do. */
    public void alter(String sql) {
        owner.sql(sql).update();
    }

    public record VisitRow(String customerRef, LocalDate day, long spendMinor, int number) {}

    public Venue venue() {
        return venueSetup.open("main", "测试店", ZoneId.of("Asia/Shanghai"), LocalTime.of(4, 0), "", "");
    }

    public void addCustomers(List<String> refs) {
        jdbc.sql("""
                        insert into customer (id, kind, name, stage, external_ref, confirmed_at, created_at, created_by_key, created_by_name)
                        select nextval('customer_seq'), 'PERSON', ref, 'ACTING', ref, now(), now(), 'SYSTEM:0', 'test'
                          from unnest(cast(:refs as text[])) as ref
                        """).param("refs", refs.toArray(String[]::new)).update();
    }

    /** The id of a customer who was added. */
    public long customer(String ref) {
        return jdbc.sql("select id from customer where external_ref = :ref")
                .param("ref", ref)
                .query(Long.class)
                .single();
    }

    /** Adds visits and, as everybody does who writes a visit, marks their customers. */
    public void addVisits(List<VisitRow> rows) {
        jdbc.sql("""
                        with added as (
                            insert into visit (id, customer_id, venue_id, visited_at, business_date, spend_minor, source)
                            select nextval('visit_seq'), c.id, :venue, cast(row.day as date) + time '12:00', cast(row.day as date), row.spend, 'IMPORT'
                              from unnest(cast(:refs as text[]), cast(:days as text[]), cast(:spends as bigint[])) as row (ref, day, spend)
                              join customer c on c.external_ref = row.ref
                            returning customer_id)
                        insert into visit_mark (customer_id) select customer_id from added
                        """)
                .param("venue", venue().id())
                .param("refs", rows.stream().map(VisitRow::customerRef).toArray(String[]::new))
                .param("days", rows.stream().map(row -> row.day().toString()).toArray(String[]::new))
                .param("spends", rows.stream().map(VisitRow::spendMinor).toArray(Long[]::new))
                .update();
    }

    public List<VisitRow> readVisits(String dataset) {
        return lines(dataset + "-visits.csv.gz").stream()
                .map(line -> line.split(","))
                .map(cells -> new VisitRow(
                        cells[1],
                        LocalDate.parse(cells[3].substring(0, 10)),
                        new java.math.BigDecimal(cells[4]).movePointRight(2).longValueExact(),
                        cells[0].hashCode()))
                .toList();
    }

    public List<String> readCustomers(String dataset) {
        return lines(dataset + "-customers.csv.gz").stream()
                .map(line -> line.split(",")[0])
                .toList();
    }

    private static List<String> lines(String file) {
        try (var reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DATA.resolve(file))), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As before the first run; visits and customers stay, and every customer is unmarked. */
    public void forgetRuns() {
        owner.sql("""
                        truncate segment_run, segment_movement, segment_summary, segment_stage, segment_density, segment_value_class, segment_figure,
                                 segment_figure_past, segment_membership, segment_standing, segment_histogram, segment_cell, visit_mark
                        """).update();
        jdbc.sql("update customer_rating set quadrant = null, status = 'NEW', previous = null")
                .update();
    }

    public void forgetVisits() {
        forgetRuns();
        owner.sql("truncate visit, visit_mark cascade").update();
    }

    public void rule(int windowDays, CutRule cut) {
        rule(windowDays, cut, 1_000_000, 100_000);
    }

    public void rule(int windowDays, CutRule cut, long keyAccountMinor, long regularAccountMinor) {
        CurrentActor.asSystem(() -> {
            settings.change(new SegmentSettings(windowDays, cut, keyAccountMinor, regularAccountMinor));
            return true;
        });
    }

    public SegmentRun run(LocalDate asOf, boolean full) {
        var run = CurrentActor.asSystem(() -> runs.run(asOf, full));
        if (run.status() != SegmentRun.Status.DONE) {
            throw new AssertionError(run);
        }
        return run;
    }

    /** Everything that reads for a date, one line a guest: what two ways to the same date must agree on. */
    public Map<Long, String> standAt(LocalDate asOf) {
        return jdbc
                .sql("""
                        select m.customer_id, concat_ws(' ', m.state, f.visits, f.spend_minor, f.average_minor, f.lifetime_visits,
                               f.lifetime_spend_minor, f.year_spend_minor, f.last_visit_on) as stand
                          from (%s) m join (%s) f on f.customer_id = m.customer_id
                        """.formatted(KeptStands.STATES_AT, KeptStands.FIGURES_AT))
                .param("asOf", asOf)
                .query((row, number) -> Map.entry(row.getLong(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
