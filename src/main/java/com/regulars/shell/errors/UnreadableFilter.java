package com.regulars.shell.errors;

import com.regulars.shell.errors.Failure.FieldFailure;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * A page that is asked for with a filter that cannot be read, such as a day that never was: the same page without it and
 * with all the others, saying what was left out. Only looking is answered so; what changes something is refused.
 */
final class UnreadableFilter {

    private static final int SHOWN = 40;

    private UnreadableFilter() {}

    /** The redirect to the page without what cannot be read; nothing when that is not what failed. */
    static Optional<String> leaveOut(Failure failure, HttpServletRequest request) {
        Set<String> unreadable = failure.errors().stream()
                .map(FieldFailure::field)
                .filter(field -> request.getParameter(field) != null)
                .collect(Collectors.toSet());
        if (!"GET".equals(request.getMethod()) || unreadable.isEmpty()) {
            return Optional.empty();
        }
        String readable = request.getParameterMap().entrySet().stream()
                .filter(each -> !unreadable.contains(each.getKey()))
                .flatMap(each -> Arrays.stream(each.getValue()).map(value -> encoded(each.getKey(), value)))
                .collect(Collectors.joining("&", "?", ""));
        var said = RequestContextUtils.getOutputFlashMap(request);
        said.put("flashError", "shell.filter.unreadable");
        said.put("flashArgs", new Object[] {typed(request, unreadable)});
        return Optional.of("redirect:" + request.getRequestURI() + (readable.equals("?") ? "" : readable));
    }

    private static String encoded(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String typed(HttpServletRequest request, Set<String> fields) {
        return fields.stream()
                .map(field -> String.valueOf(request.getParameter(field)))
                .map(text -> text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text)
                .collect(Collectors.joining(", "));
    }
}
