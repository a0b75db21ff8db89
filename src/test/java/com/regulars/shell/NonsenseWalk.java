package com.regulars.shell;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** From page to page, and into every form on the way; what is found is collected, named by page, form, field and value. */
final class NonsenseWalk {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+|=[^&]*");
    private static final Pattern NO_PAGE =
            Pattern.compile("/(webjars|css|js|icons|v3|swagger-ui|live|api|sign-out|login)\\b.*|.*(rejected|\\.csv).*");
    private static final int OF_A_KIND = 3;
    private static final int PAGES = 160;

    private final Page page;
    private final List<Map<String, Object>> values;
    private final BinaryOperator<String> pattern;
    private final Set<String> leftOut;
    private final Map<String, List<Object>> renewals = new HashMap<>();
    private final List<Pattern> avoided = new ArrayList<>();

    private final List<Pattern> changing = new ArrayList<>();

    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> kinds = new HashMap<>();
    private final Set<String> sentPast;
    private final Set<String> typedInto = new HashSet<>();
    private final Set<String> visited = new TreeSet<>();
    private final Set<String> complaints = new TreeSet<>();
    private final Map<String, Integer> statuses = new LinkedHashMap<>();
    private int pages;
    private int sent;
    private int typed;
    private int status;

    /** @param sentPast forms that were sent with every value already, by this walk or an earlier one */
    NonsenseWalk(
            Page page,
            List<Map<String, Object>> values,
            BinaryOperator<String> pattern,
            Set<String> leftOut,
            Set<String> sentPast) {
        this.sentPast = sentPast;
        this.page = page;
        this.values = values;
        this.pattern = pattern;
        this.leftOut = leftOut;
        page.context().addInitScript(script());
        page.onDialog(dialog -> dialog.accept());
        page.onResponse(this::heard);
    }

    private static String script() {
        try {
            return new ClassPathResource("nonsense/nonsense.js").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Addresses that the walk does not enter. */
    void avoid(String addresses) {
        avoided.add(Pattern.compile(addresses));
    }

    /** What is sent before a form of this page is filled in when an earlier one took the form away. */
    void renew(String path, List<Object> requests) {
        renewals.put(path, requests);
    }

    /** A page to begin with, of which there may be many of a kind. */
    void begin(String path) {
        if (seen.add(path)) {
            open.add(path);
        }
    }

    private void follow(String path) {
        String kind = NUMBER.matcher(path).replaceAll("0");
        boolean left = NO_PAGE.matcher(path).matches()
                || avoided.stream().anyMatch(each -> each.matcher(path).matches());
        if (!left && seen.add(path) && kinds.merge(kind, 1, Integer::sum) <= OF_A_KIND) {
            open.add(path);
        }
    }

    /** Pages that other forms stand on after one was accepted. */
    void lookAgainAt(String addresses) {
        changing.add(Pattern.compile(addresses));
    }

    private void returnTo(String path) {
        if (changing.stream().anyMatch(each -> each.matcher(path).matches())) {
            follow(path + "?again=" + sent);
        }
    }

    void walk() {
        while (!open.isEmpty() && pages < PAGES) {
            pages++;
            visit(open.poll());
        }
    }

    private void visit(String path) {
        if (renewals.containsKey(path)) {
            page.navigate(path);
            page.evaluate("renew => nonsense.renew(renew)", renewals.get(path));
        }
        page.navigate(path);
        links().forEach(this::follow);
        for (Map<String, Object> form : forms()) {
            String target = pattern.apply((String) form.get("method"), (String) form.get("path"));
            if (leftOut.contains(target)) {
                continue;
            }
            String kind = form.get("method") + " " + target + " " + form.get("names");
            if (!sentPast.contains(kind) && isThere(path, form)) {
                sentPast.add(kind);
                visited.add(target);
                sendPast(form, path);
            }
            if (!typedInto.contains(kind) && isThere(path, form)) {
                visited.add(target);
                typedInto.add(kind);
                typeInto(path, form);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> links() {
        return (List<String>) page.evaluate("nonsense.links()");
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> forms() {
        return (List<Map<String, Object>>) page.evaluate("nonsense.forms()");
    }

    /** Everything into everything, as a client that is no browser would. */
    @SuppressWarnings("unchecked")
    private void sendPast(Map<String, Object> form, String path) {
        Map<String, Object> result = (Map<String, Object>) page.evaluate(
                "work => nonsense.attempt(work)",
                Map.of(
                        "kind", form.get("kind"),
                        "values", values,
                        "renew", renewals.getOrDefault(path, List.of())));
        sent += ((Number) result.get("tried")).intValue();
        ((List<String>) result.get("ended")).forEach(this::returnTo);
        for (Map<String, Object> wrong : (List<Map<String, Object>>) result.get("wrong")) {
            complain(path, form, wrong.get("field"), wrong.get("value"), wrong.get("what"));
        }
    }

    /** Something into every field with hands: as far as the browser lets it through, and then past it. */
    @SuppressWarnings("unchecked")
    private void typeInto(String path, Map<String, Object> form) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (values.get((i + typed) % values.size()).get("text") instanceof String text) {
                texts.add(text);
            }
        }
        typed++;
        Object work = Map.of("kind", form.get("kind"), "texts", texts);
        boolean held = (Boolean) page.evaluate("work => nonsense.type(work)", work);
        List<String> wrong = new ArrayList<>();
        press(form, false, held);
        wrong.addAll((List<String>) (held ? page.evaluate("work => nonsense.held(work)", work) : look(form)));
        if (held) {
            press(form, true, false);
            wrong.addAll(look(form));
        }
        wrong.forEach(what -> complain(
                path,
                form,
                "all",
                texts.getFirst().substring(0, Math.min(12, texts.getFirst().length())) + " and so on",
                "in the window " + what));
    }

    /** Opens the page with this form on it. */
    private boolean isThere(String path, Map<String, Object> form) {
        page.navigate(path);
        if (renewals.containsKey(path) && !shows(form)) {
            page.evaluate("renew => nonsense.renew(renew)", renewals.get(path));
            page.navigate(path);
        }
        return shows(form);
    }

    private boolean shows(Map<String, Object> form) {
        return forms().stream().anyMatch(each -> each.get("kind").equals(form.get("kind")));
    }

    private void press(Map<String, Object> form, boolean past, boolean held) {
        status = 0;
        page.evaluate(
                "work => { window.nonsensePressed = true; setTimeout(() => nonsense.press(work)); }",
                Map.of("kind", form.get("kind"), "past", past));
        if (!held) {
            page.waitForFunction("() => !window.nonsensePressed && document.readyState === 'complete'");
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> look(Map<String, Object> form) {
        return (List<String>)
                page.evaluate("work => nonsense.look(work)", Map.of("kind", form.get("kind"), "status", status));
    }

    private void heard(Response response) {
        String type = response.request().resourceType();
        if (type.equals("document") || type.equals("xhr")) {
            status = response.status();
        }
        if (response.status() >= 500) {
            statuses.merge(
                    response.status() + " " + response.request().method() + " " + response.url(), 1, Integer::sum);
        }
    }

    private void complain(String path, Map<String, Object> form, Object field, Object value, Object what) {
        complaints.add("%s: form %s %s, field %s, value %s: %s"
                .formatted(
                        NUMBER.matcher(path).replaceAll("0"),
                        form.get("method"),
                        pattern.apply((String) form.get("method"), (String) form.get("path")),
                        field,
                        value,
                        what));
    }

    Set<String> visited() {
        return visited;
    }

    Set<String> complaints() {
        return complaints;
    }

    String summary() {
        return "%d pages, %d forms, %d values typed, %d sent, %s"
                .formatted(pages, typedInto.size(), typed, sent, statuses);
    }
}
