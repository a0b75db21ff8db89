package com.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words and templates: both languages say the same things, everything used is worded, and pages carry nothing inline. */
class WordingTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile(
            "#\\{([a-zA-Z0-9_.-]+)[({}]|(?:labelKey|hintKey|placeholderKey|titleKey|textKey|actionKey)='([a-zA-Z0-9_.-]+)'");
    private static final Pattern REFUSAL = Pattern.compile(
            "new RefusedException\\(\\s*(?:(?:RefusedException\\.)?(?:Reason\\.)?[A-Z_]+,\\s*)?\"([A-Z_]+)\"\\s*[,)]");
    private static final Pattern MISSING = Pattern.compile("new NotFoundException\\(\\s*\"([A-Za-z-]+)\"");
    private static final Pattern INVALID =
            Pattern.compile("new InvalidFieldException\\(\\s*\"[^\"]*\",\\s*\"([A-Za-z.]+)\"");
    private static final Pattern HIT = Pattern.compile("new (?:SearchSource\\.)?SearchHit\\(\\s*\"([a-zA-Z]+)\"");
    private static final Pattern NOT_IN_CHINESE = Pattern.compile("客人|(?<![大通])客户|流失|新到店|储值方案|店长|你");
    private static final Pattern NOT_IN_ENGLISH =
            Pattern.compile("\\b[Cc]ustomers?\\b(?! service)(?!_)|[Rr]eckon|\\banew\\b|[Ll]edger check");
    private static final Pattern FLASH =
            Pattern.compile("addFlashAttribute\\(\\s*\"flash(?:Error)?\",\\s*\"([a-zA-Z0-9_.]+)\"\\)");
    private static final Pattern INLINE = Pattern.compile(
            "th:utext|\\[\\(|<style|\\sstyle=|th:style|\\son[a-z]+=|th:on[a-z]+=|javascript:|<script(?![^>]*src=)|hx-on");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        for (String module : modules()) {
            assertThat(bundle(module + "_en").stringPropertyNames())
                    .as("messages/%s", module)
                    .containsExactlyInAnyOrderElementsOf(bundle(module).stringPropertyNames());
        }
    }

    /** See {@code docs/glossary.md}: one word for one thing, in both languages. */
    @Test
    void wordsThatTheGlossaryRulesOutAreNotUsed() {
        var found = new TreeSet<String>();
        for (String module : modules()) {
            bundle(module).forEach((key, text) -> find(NOT_IN_CHINESE, key, text, found));
            bundle(module + "_en").forEach((key, text) -> find(NOT_IN_ENGLISH, key, text, found));
        }
        assertThat(found).isEmpty();
    }

    private static void find(Pattern words, Object key, Object text, Set<String> found) {
        if (words.matcher(text.toString()).find()) {
            found.add(key + "=" + text);
        }
    }

    @Test
    void everyMessageIsWellFormedAndTakesValuesInBothLanguages() {
        for (String module : modules()) {
            var chinese = bundle(module);
            var english = bundle(module + "_en");
            for (String key : chinese.stringPropertyNames()) {
                if (key.startsWith("com.regulars.")) {
                    continue; // the words of a constraint of ours, whose values have names
                }
                assertThat(arguments(english.getProperty(key)).isEmpty())
                        .as("%s has values in one language only", key)
                        .isEqualTo(arguments(chinese.getProperty(key)).isEmpty());
            }
        }
    }

    /** What a merge doubles is not seen when a bundle is read: the last one wins. */
    @Test
    void noKeyStandsTwiceInABundle() {
        var twice = new TreeSet<String>();
        files(RESOURCES.resolve("messages"), ".properties").forEach(file -> {
            var seen = new TreeSet<String>();
            read(file)
                    .lines()
                    .filter(line -> line.matches("[\\w.-]+=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .filter(key -> !seen.add(key))
                    .forEach(key -> twice.add(file.getFileName() + ": " + key));
        });
        assertThat(twice).isEmpty();
    }

    @Test
    void noKeyIsWordedTwice() {
        var seen = new TreeSet<String>();
        var twice = new ArrayList<String>();
        modules()
                .forEach(module -> bundle(module).stringPropertyNames().stream()
                        .filter(key -> !seen.add(key))
                        .forEach(twice::add));
        assertThat(twice).isEmpty();
    }

    @Test
    void everyKeyOfATemplateIsWorded() {
        var missing = new TreeSet<String>();
        templates()
                .forEach(file -> KEY_IN_TEMPLATE
                        .matcher(withoutComments(read(file)))
                        .results()
                        .forEach(found -> {
                            String key = found.group(1) == null ? found.group(2) : found.group(1);
                            if (!worded().contains(key)) {
                                missing.add(RESOURCES.relativize(file) + ": " + key);
                            }
                        }));
        assertThat(missing).isEmpty();
    }

    @Test
    void everyRefusalIsWorded() {
        var missing = new TreeSet<String>();
        sources().forEach(file -> {
            String text = read(file);
            keys(text, REFUSAL, "refused.").forEach(missing::add);
            keys(text, MISSING, "notFound.").forEach(missing::add);
            keys(text, INVALID, "invalid.").forEach(missing::add);
            keys(text, FLASH, "").forEach(missing::add);
        });
        missing.removeAll(worded());
        assertThat(missing).isEmpty();
    }

    @Test
    void everyKindOfSearchHitIsWorded() {
        var missing = new TreeSet<String>();
        sources().forEach(file -> keys(read(file), HIT, "search.kind.").forEach(missing::add));
        assertThat(missing).isNotEmpty();
        missing.removeAll(worded());
        assertThat(missing).isEmpty();
    }

    @Test
    void pagesCarryNothingInline() {
        var found = new TreeSet<String>();
        templates()
                .forEach(file -> INLINE.matcher(read(file))
                        .results()
                        .filter(hit -> !(hit.group().equals("[(") && file.endsWith("layout.html")))
                        .forEach(hit -> found.add(
                                RESOURCES.relativize(file) + ": " + hit.group().strip())));
        assertThat(found).isEmpty();
    }

    private static Stream<String> keys(String text, Pattern pattern, String prefix) {
        return pattern.matcher(text).results().map(found -> prefix + found.group(1)).toList().stream();
    }

    private static Set<String> arguments(String message) {
        return message == null
                ? Set.of()
                : Stream.of(new MessageFormat(message).toPattern())
                        .flatMap(pattern ->
                                Pattern.compile("\\{(\\d+)").matcher(pattern).results())
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> worded() {
        return modules().stream()
                .flatMap(module -> bundle(module).stringPropertyNames().stream())
                .collect(Collectors.toSet());
    }

    private static List<String> modules() {
        return files(RESOURCES.resolve("messages"), ".properties")
                .map(file -> file.getFileName().toString().replace(".properties", ""))
                .filter(name -> !name.endsWith("_en"))
                .sorted()
                .toList();
    }

    private static Properties bundle(String name) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve("messages/" + name + ".properties"))) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }

    private static Stream<Path> templates() {
        return files(RESOURCES.resolve("templates"), ".html");
    }

    private static Stream<Path> sources() {
        return files(Path.of("src/main/java"), ".java");
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String withoutComments(String template) {
        return template.replaceAll("(?s)<!--/\\*.*?\\*/-->", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
