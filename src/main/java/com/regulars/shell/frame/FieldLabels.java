package com.regulars.shell.frame;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What the fields of a form are called, read from the template that draws them, so that a summary of errors above the
 * form names each as its label does. Templates use it as {@code @fieldLabels}. A label is what is given to a fragment of
 * {@code components/field}, a {@code <label for>}, or the legend of a {@code <fieldset id>}.
 */
@Slf4j
@Component("fieldLabels")
class FieldLabels {

    private static final Pattern LABELLED = Pattern.compile("name='(\\w+)',\\s*labelKey='([\\w.-]+)'"
            + "|components/field :: \\w+\\('(\\w+)',\\s*'([\\w.-]+)'"
            + "|<label[^>]*\\sfor=\"(\\w+)\"[^>]*th:text=\"#\\{([\\w.-]+)}"
            + "|<fieldset[^>]*\\sid=\"(\\w+)\"[^>]*>\\s*<legend[^>]*th:text=\"#\\{([\\w.-]+)}");

    private final Map<String, Map<String, String>> labels = new ConcurrentHashMap<>();

    /**
     * The message key of a field's label; null when the template gives it none.
     *
     * @param template as a controller names it, for example {@code venue/form}
     */
    public @Nullable String find(String template, String field) {
        return labels.computeIfAbsent(template.replaceFirst(" *::.*", ""), FieldLabels::read)
                .get(field);
    }

    private static Map<String, String> read(String template) {
        Map<String, String> found = new ConcurrentHashMap<>();
        try {
            String text =
                    new ClassPathResource("templates/" + template + ".html").getContentAsString(StandardCharsets.UTF_8);
            var labelled = LABELLED.matcher(text);
            while (labelled.find()) {
                for (int group = 1; group < labelled.groupCount(); group += 2) {
                    if (labelled.group(group) != null) {
                        found.putIfAbsent(labelled.group(group), labelled.group(group + 1));
                    }
                }
            }
        } catch (IOException unreadable) {
            log.warn("The fields of {} have no names: {}", template, unreadable.getMessage());
        }
        return found;
    }
}
