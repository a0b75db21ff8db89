package com.regulars.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IconTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern USED = Pattern.compile("icon\\('([a-z0-9-]+)'\\)|sprite\\.svg#([a-z0-9-]+)");
    private static final Pattern DRAWN = Pattern.compile("<symbol id=\"([a-z0-9-]+)\"");

    @Test
    void everyIconOfATemplateIsInTheSprite() throws IOException {
        Set<String> missing = used();
        missing.removeAll(matches(DRAWN, Files.readString(RESOURCES.resolve("static/icons/sprite.svg"))));

        assertThat(missing).isEmpty();
    }

    private static Set<String> used() throws IOException {
        try (var templates = Files.walk(RESOURCES.resolve("templates"))) {
            var names = new TreeSet<String>();
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                names.addAll(matches(USED, Files.readString(template)));
            }
            names.remove("quadrant-");
            return names;
        }
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(IconTests::name).collect(Collectors.toSet());
    }

    private static String name(MatchResult match) {
        return match.group(1) != null ? match.group(1) : match.group(2);
    }
}
