package com.regulars.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.customer.transfer.CustomerImports;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import com.regulars.venue.VenueSetup;
import com.regulars.work.JobStatus;
import com.regulars.work.JobSummary;
import com.regulars.work.Jobs;
import com.regulars.work.RejectedRows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@RegularsTest
@TestPropertySource(properties = "regulars.test.database=imports")
class ImportModuleTests {

    private static final Path DATA = Path.of("../shared/data");
    private static final Actor IMPORTER = Fixtures.apiClient();

    @Autowired
    CustomerImports customerImports;

    @Autowired
    VisitImports visitImports;

    @Autowired
    Jobs jobs;

    @Autowired
    RejectedRows rejectedRows;

    @Autowired
    VenueSetup venues;

    @Autowired
    JdbcClient jdbc;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void openTheVenue() {
        venues.open("main", "人民路店", ZoneId.of("Asia/Shanghai"), LocalTime.of(4, 0), "", "");
    }

    @Test
    void importsThePurchasesOfCdnowExactlyAndOnlyOnce() throws IOException {
        assumeThat(DATA.resolve("cdnow-visits.csv.gz")).as("published data set").exists();
        long started = System.nanoTime();
        assertThat(customers(published("cdnow-customers.csv.gz")).created()).isEqualTo(23_570);
        long between = System.nanoTime();
        var visits = visits(published("cdnow-visits.csv.gz"));
        long ended = System.nanoTime();
        assertThat(visits.created()).isEqualTo(69_659);
        assertThat(visits.rejected()).isZero();
        assertThat(sum("cdnow-%")).isEqualTo(250_031_563L);
        System.out.printf(
                "CDNOW import: %d customers/s, %d visits/s%n",
                23_570_000_000_000L / (between - started), 69_659_000_000_000L / (ended - between));

        var again = customers(published("cdnow-customers.csv.gz"));
        assertThat(again.created() + again.updated() + again.rejected()).isZero();
        assertThat(again.done()).isEqualTo(23_570);
        assertThat(visits(published("cdnow-visits.csv.gz")).created()).isZero();
        assertThat(sum("cdnow-%")).isEqualTo(250_031_563L);
    }

    @Test
    void takesOverWhatChangedAndCountsOnlyThat() {
        var first = customers("external_ref,name,phone,birthday,tags\n%1$s-1,王芳,,1990-02-28,老客\n%1$s-2,李雷,,,\n");
        assertThat(first.created()).isEqualTo(2);
        var second = customers("external_ref,name,phone,birthday,tags\n%1$s-1,王方,,1990-02-28,老客\n%1$s-2,李雷,,,\n");
        assertThat(second.created()).isZero();
        assertThat(second.updated()).isEqualTo(1);
        assertThat(jdbc.sql("""
                        select old_value || ' > ' || new_value from customer_change h join customer c on c.id = h.customer_id
                         where c.external_ref = :ref
                        """).param("ref", mark + "-1").query(String.class).list())
                .containsExactly("王芳 > 王方");
    }

    @Test
    void readsGb18030AndUtf8WithAByteOrderMark() {
        String file = "external_ref,name\n%s-g,欧阳雪珺\n".formatted(mark);
        assertThat(customers(file.getBytes(Charset.forName("GB18030"))).created())
                .isEqualTo(1);
        assertThat(name(mark + "-g")).isEqualTo("欧阳雪珺");
        String other = "\uFEFFexternal_ref,name\n%s-b,尉迟恭\n".formatted(mark);
        assertThat(customers(other.getBytes(StandardCharsets.UTF_8)).created()).isEqualTo(1);
        assertThat(name(mark + "-b")).isEqualTo("尉迟恭");
    }

    @Test
    void refusesOnlyTheRowWithABrokenByte() {
        byte[] good = "external_ref,name\n%1$s-1,张三\n%1$s-2,X\n%1$s-3,王五\n"
                .formatted(mark)
                .getBytes(StandardCharsets.UTF_8);
        good[new String(good, StandardCharsets.ISO_8859_1).indexOf('X')] = (byte) 0xE9;
        var job = customers(good);
        assertThat(job.created()).isEqualTo(2);
        assertThat(rejected(job)).contains("reason").contains(",3,有无法识别的字节");
    }

    @Test
    void refusesRowsWithReasonsAndTakesTheRest() {
        var job = customers("""
                name,external_ref,phone,gender,birthday,email,kind,tags,shoe_size
                好的,%1$s-1,,F,1990-01-31,a@b.cn,person,老客;靠窗,41
                ,%1$s-2,,,,,,,
                电话错,%1$s-3,12,,,,,,
                性别错,%1$s-4,,X,,,,,
                生日错,%1$s-5,,,1990-02-30,,,,
                "引号,%1$s-6,,,,,,,
                =cmd,%1$s-7,,X,,,,,
                太多,%1$s-8,,,,,,,,多的
                末行,%1$s-9,,,,,,,
                """);
        assertThat(job.ignoredColumns()).containsExactly("shoe_size");
        assertThat(job.created()).isEqualTo(2);
        assertThat(job.rejected()).isEqualTo(7);
        assertThat(job.done()).isEqualTo(9);
        assertThat(rejected(job))
                .startsWith("name,external_ref,phone,gender,birthday,email,kind,tags,shoe_size,line,reason")
                .contains("4,phone: 这不是电话号码", "5,gender: ", "6,birthday: ", "7,引号没有成对")
                .contains("'=cmd");
    }

    @Test
    void aMendedFileOfRefusedRowsImports() {
        var job = customers("external_ref,name,gender\n%s-1,=A1,X\n");
        var mended = rejected(job).replace(",X,", ",F,");
        assertThat(customers(mended.getBytes(StandardCharsets.UTF_8)).created()).isEqualTo(1);
        assertThat(name(mark + "-1")).isEqualTo("=A1");
    }

    @Test
    void refusesAPhoneThatAnotherCustomerHas() {
        String phone =
                "139" + String.valueOf(Math.abs(mark.hashCode()) + 100_000_000L).substring(0, 8);
        customers("external_ref,name,phone\n%s-1,甲," + phone + "\n");
        var job = customers("external_ref,name,phone\n%s-2,乙," + phone + "\n");
        assertThat(job.rejected()).isEqualTo(1);
        assertThat(rejected(job)).contains("已在册");
    }

    @Test
    void namelessRowsAreKnownByWhatTheySay() {
        String file = "name,email\n同名 %1$s,\n同名 %1$s,\n";
        assertThat(customers(file).created()).isEqualTo(2);
        assertThat(customers(file).created()).isZero();
    }

    @Test
    void equalVisitsWithoutReferenceBothCountAndOnlyOnce() {
        customers("external_ref,name\n%s-v,赵六\n");
        String file = """
                customer_ref,venue,visited_at,amount
                %1$s-v,main,2026-01-01T12:00,88.00
                %1$s-v,main,2026-01-01T12:00,88.00
                %1$s-v,main,2026-01-02T03:59,0
                """;
        var first = visits(file);
        assertThat(first.created()).isEqualTo(3);
        assertThat(visits(file).created()).isZero();
        assertThat(visitsOf(mark + "-v"))
                .containsExactly(
                        "2026-01-01 8800 2026-01-01T04:00:00Z",
                        "2026-01-01 8800 2026-01-01T04:00:00Z",
                        "2026-01-01 0 2026-01-01T19:59:00Z");
    }

    @Test
    void refusesVisitsThatCannotBeRead() {
        customers("external_ref,name\n%s-v,赵六\n");
        var job = visits("""
                customer_ref,venue,visited_at,amount,external_ref,party_size
                %1$s-v,main,2026-01-01T12:00+09:00,88.5,%1$s-a,4
                %1$s-x,main,2026-01-01T12:00,88,,
                %1$s-v,nowhere,2026-01-01T12:00,88,,
                %1$s-v,main,yesterday,88,,
                %1$s-v,main,2026-01-01T12:00,88.001,,
                %1$s-v,main,2026-01-01T12:00,-1,,
                %1$s-v,main,2026-01-01T12:00,88,,0
                %1$s-v,main,-999999999-01-01T12:00,88,,
                %1$s-v,main,1900-01-01T03:00,88,,
                %1$s-v,main,2200-01-01T12:00,88,,
                %1$s-v,main,2026-01-01 18:30:05,12.00,%1$s-b,
                """);
        assertThat(job.created()).isEqualTo(2);
        assertThat(job.rejected()).isEqualTo(9);
        assertThat(visitsOf(mark + "-v"))
                .containsExactly("2026-01-01 8850 2026-01-01T03:00:00Z", "2026-01-01 1200 2026-01-01T10:30:05Z");
    }

    @Test
    void refusesRowsWhoseTextIsNotWhatItLooksLike() {
        var guests = customers("""
                name,external_ref,tags
                好的,%1$s-1,老客
                Anna\u202Ennaes,%1$s-2,
                Anna\u001b[31m,%1$s-3,
                Anna\u2066x,%1$s-4,
                好的,%1$s-5\u202E,
                好的,%1$s-6,老\u0007客
                """);
        assertThat(guests.created()).isEqualTo(1);
        assertThat(rejected(guests))
                .contains("3,name: 含有不能使用的字符", "4,name: 含有", "5,name: 含有", "6,external_ref: 含有", "7,tags: 含有");
        var visits = visits("""
                customer_ref,venue,visited_at,amount,external_ref
                %1$s-1,main,2026-01-01T12:00,88,%1$s-a
                %1$s-1,main,2026-01-01T12:00,88,%1$s-b\u202E
                %1$s-1\u2069,main,2026-01-01T12:00,88,%1$s-c
                """);
        assertThat(visits.created()).isEqualTo(1);
        assertThat(rejected(visits)).contains("3,external_ref: 含有", "4,customer_ref: 含有");
    }

    @Test
    void failsWithAReasonWhenAColumnIsMissing() {
        var job = visits("customer_ref,visited_at,amount\n");
        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.errorCode()).isEqualTo("IMPORT_COLUMN_MISSING");
    }

    @Test
    void stopsBetweenBatchesWhenCancelledAndKeepsWhatIsIn() {
        var rows = new StringBuilder("external_ref,name\n");
        for (int i = 0; i < 200_000; i++) {
            rows.append(mark).append('-').append(i).append(",顾客\n");
        }
        long id = asImporter(() -> customerImports.start(stream(rows.toString()), "large.csv"));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> job(id).done() > 0);
        asImporter(() -> {
            jobs.cancel(id);
            return id;
        });
        var job = finished(id);
        assertThat(job.status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(job.created()).isPositive().isLessThan(200_000);
        assertThat(jdbc.sql("select count(*) from customer where external_ref like :refs")
                        .param("refs", mark + "-%")
                        .query(Long.class)
                        .single())
                .isEqualTo(job.created());
    }

    @Test
    void marksEveryImportedCustomerForTheNextRun() {
        customers("external_ref,name\n%s-m,钱七\n");
        assertThat(jdbc.sql("""
                        select count(*) from visit_mark m join customer c on c.id = m.customer_id where c.external_ref = :ref
                        """).param("ref", mark + "-m").query(Long.class).single())
                .isEqualTo(1);
    }

    private JobSummary customers(String file) {
        return customers(file.formatted(mark).getBytes(StandardCharsets.UTF_8));
    }

    private JobSummary customers(byte[] file) {
        return customers(new ByteArrayInputStream(file));
    }

    private JobSummary customers(InputStream file) {
        return finished(asImporter(() -> customerImports.start(file, "customers.csv")));
    }

    private JobSummary visits(String file) {
        return visits(stream(file.formatted(mark)));
    }

    private JobSummary visits(InputStream file) {
        return finished(asImporter(() -> visitImports.start(file, "visits.csv")));
    }

    private JobSummary finished(long id) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !job(id).isRunning());
        return job(id);
    }

    private JobSummary job(long id) {
        return asImporter(() -> jobs.get(id));
    }

    private String rejected(JobSummary job) {
        return asImporter(() -> {
            var out = new ByteArrayOutputStream();
            try {
                rejectedRows.fetch(job.id()).writeTo(out, Locale.SIMPLIFIED_CHINESE);
            } catch (IOException impossible) {
                throw new AssertionError(impossible);
            }
            return out.toString(StandardCharsets.UTF_8);
        });
    }

    private String name(String ref) {
        return jdbc.sql("select name from customer where external_ref = :ref")
                .param("ref", ref)
                .query(String.class)
                .single();
    }

    private java.util.List<String> visitsOf(String ref) {
        return jdbc.sql("""
                        select v.* from visit v join customer c on c.id = v.customer_id where c.external_ref = :ref
                         order by v.id
                        """)
                .param("ref", ref)
                .query((row, number) -> row.getString("business_date") + " " + row.getLong("spend_minor") + " "
                        + row.getObject("visited_at", java.time.OffsetDateTime.class)
                                .toInstant())
                .list();
    }

    private long sum(String refs) {
        return jdbc.sql("select sum(spend_minor) from visit where external_ref like :refs")
                .param("refs", refs)
                .query(Long.class)
                .single();
    }

    private static <T> T asImporter(Supplier<T> work) {
        return CurrentActor.as(IMPORTER, work);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream published(String file) throws IOException {
        return new GZIPInputStream(Files.newInputStream(DATA.resolve(file)));
    }
}
