package com.regulars.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.release.ReleaseFiles.Exchange;
import com.regulars.testing.RunningApplication;
import com.regulars.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every release that was ever made is brought up to this one, and everything in it is still there and says the same. */
class UpgradeTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9][0-9,]*\\.[0-9]{2}");

    @TempDir
    Path home;

    static List<ReleaseFiles> releases() throws Exception {
        return ReleaseFiles.all();
    }

    @Test
    void aReleaseIsKept() throws Exception {
        assertThat(releases()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void whatAReleaseMigratedStaysAsItWasAndWhatComesLaterComesAfter(ReleaseFiles release) throws Exception {
        var now = Migrations.fingerprints();
        var then = release.migrations();
        assertThat(now).containsAllEntriesOf(then);
        var later = new TreeMap<>(now);
        later.keySet().removeAll(then.keySet());
        long last = then.keySet().stream().mapToLong(Migrations::version).max().orElseThrow();
        assertThat(later.keySet()).allMatch(file -> Migrations.version(file) > last);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void aDatabaseOfAReleaseIsBroughtUpToDateAndReadsAsBefore(ReleaseFiles release) throws Exception {
        String database = "upgrade_" + release.name().replace('.', '_');
        restore(release, database);
        var application = upgraded(database);
        application.start();
        try {
            var api = new ReleaseApi(application);
            for (Exchange before : release.conversation().exchanges()) {
                Exchange now = before.isReading()
                        ? api.read(before.path())
                        : api.ask(before.path(), before.key(), before.body());
                assertSame(before, now);
            }
            assertThat(JSON.readTree(api.read("/ledger/verification").answer())
                            .get("ok")
                            .asBoolean())
                    .isTrue();
            for (String employee : List.of("manager", "admin", "cashier")) {
                new PageWalk(application, employee).walk();
            }
        } finally {
            application.stop();
        }
    }

    private static void restore(ReleaseFiles release, String database) throws Exception {
        String last = Migrations.flywayVersion(release.migrations().keySet().stream()
                .reduce((before, after) -> after)
                .orElseThrow());
        Flyway.configure()
                .dataSource(TestDatabase.url(database), TestDatabase.owner(), TestDatabase.password())
                .locations("classpath:db/migration")
                .target(last)
                .load()
                .migrate();
        try (var superuser = TestDatabase.connectAsSuperuser(database);
                var rows = release.readRows()) {
            Rows.load(superuser, rows);
            try (var statement = superuser.createStatement()) {
                // answers are kept for some time only, and this release was made a while ago
                statement.execute("update request_answer set at = now()");
            }
        }
    }

    private RunningApplication upgraded(String database) {
        return new RunningApplication(home, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m")
                .withEnvironment("SPRING_DATASOURCE_URL", TestDatabase.url(database))
                .withEnvironment("SPRING_DATASOURCE_USERNAME", TestDatabase.username())
                .withEnvironment("SPRING_DATASOURCE_PASSWORD", TestDatabase.password())
                .withEnvironment("SPRING_FLYWAY_USER", TestDatabase.owner())
                .withEnvironment("SPRING_FLYWAY_PASSWORD", TestDatabase.password())
                .withEnvironment("REGULARS_SEGMENT_CRON", "-")
                .withEnvironment("REGULARS_SECRET", ReleaseFiles.SECRET);
    }

    /** A movement of money answers the same bytes; what is read may say more than it said, never less or otherwise. */
    private static void assertSame(Exchange before, Exchange now) {
        assertThat(now.status()).as(now::toString).isEqualTo(before.status());
        if (!before.isReading()) {
            assertThat(now.answer()).as(before.path()).isEqualTo(before.answer());
        } else if (before.answer().startsWith("{")) {
            assertSaysAll(JSON.readTree(before.answer()), JSON.readTree(now.answer()), before.path());
        } else if (before.answer().startsWith("<")) {
            assertThat(amounts(now)).as(before.path()).isEqualTo(amounts(before));
        } else {
            assertThat(now.answer()).as(before.path()).isEqualTo(before.answer());
        }
    }

    private static void assertSaysAll(JsonNode before, JsonNode now, String where) {
        if (before.isObject()) {
            before.propertyStream().forEach(field -> {
                assertThat(now.has(field.getKey()))
                        .as(where + " " + field.getKey())
                        .isTrue();
                assertSaysAll(field.getValue(), now.get(field.getKey()), where + " " + field.getKey());
            });
        } else if (before.isArray()) {
            assertThat(now.size()).as(where).isEqualTo(before.size());
            for (int i = 0; i < before.size(); i++) {
                assertSaysAll(before.get(i), now.get(i), where + " " + i);
            }
        } else {
            assertThat(now).as(where).isEqualTo(before);
        }
    }

    private static List<String> amounts(Exchange page) {
        return AMOUNT.matcher(page.answer()).results().map(MatchResult::group).toList();
    }
}
