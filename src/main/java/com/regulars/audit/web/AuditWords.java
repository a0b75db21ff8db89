package com.regulars.audit.web;

import java.util.List;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words the detail of a line in the log; templates use it as {@code @auditWords}. */
@Component("auditWords")
@RequiredArgsConstructor
class AuditWords {

    private static final Pattern CHANGE = Pattern.compile("([A-Za-z][\\w.-]*): (.*) → (.*)");

    private final MessageSource messages;

    /** The lines of a detail; a changed field as {@code 时区：Asia/Shanghai → Europe/Berlin}. */
    public List<String> lines(String detail) {
        return detail.lines().map(this::line).toList();
    }

    /** What a kind of subject is called. */
    public String subject(String type) {
        return message("audit.subject." + type, type);
    }

    private String line(String line) {
        var change = CHANGE.matcher(line);
        if (!change.matches()) {
            return line;
        }
        return message("audit.log.change", line, worded(change.group(1)), each(change.group(2)), each(change.group(3)));
    }

    /** Several values as a list of the reader's language, when at least one of them is a word of ours. */
    private String each(String values) {
        List<String> parts = List.of(values.split(", "));
        List<String> words = parts.stream().map(this::worded).toList();
        return words.equals(parts) ? values : String.join(message("audit.log.and", ", "), words);
    }

    private String worded(String text) {
        return message(text, text);
    }

    private String message(String key, String otherwise, Object... args) {
        String found = messages.getMessage(key, args, otherwise, LocaleContextHolder.getLocale());
        return found == null ? otherwise : found;
    }
}
