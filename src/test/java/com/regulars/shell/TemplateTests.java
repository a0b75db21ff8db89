package com.regulars.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What goes wrong silently in templates. */
class TemplateTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern TAG =
            Pattern.compile("<(?!!)[a-z:0-9]+(\\s+[\\w:.-]+(=\"[^\"]*\"|='[^']*')?)*\\s*/?>");

    @Test
    void noConditionStandsOnATagThatIsReplaced() throws IOException {
        assertThat(tags(".*\\sth:replace=.*", ".*\\sth:(if|unless|each)=.*"))
                .as("th:replace comes before th:if: put the condition on a th:block around it")
                .isEmpty();
    }

    @Test
    void nothingIsInlineOrUnescaped() throws IOException {
        assertThat(tags(".*\\s(th:)?(style|on[a-z]+)=.*", ".*")).isEmpty();
        assertThat(tags(".*\\sth:utext=.*", ".*")).isEmpty();
        assertThat(tags("<style.*", ".*")).isEmpty();
    }

    @Test
    void noBeanIsAskedWhereThymeleafForbidsIt() throws IOException {
        assertThat(tags(".*\\sth:(attr|href|src|action)=\"[^\"]*@[a-z][A-Za-z]*\\..*", ".*"))
                .as("put the bean into a variable with th:with first")
                .isEmpty();
    }

    private static List<String> tags(String first, String second) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                TAG.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group().replace('\n', ' '))
                        .filter(tag -> tag.matches(first) && tag.matches(second))
                        .forEach(tag -> found.add(TEMPLATES.relativize(file) + ": " + tag));
            }
        }
        return found;
    }
}
