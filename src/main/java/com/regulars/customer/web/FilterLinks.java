package com.regulars.customer.web;

import com.regulars.customer.list.CustomerFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.web.util.UriComponentsBuilder;

/** The addresses of the customer list with one filter more or less. */
final class FilterLinks {

    private final CustomerFilter filter;

    FilterLinks(CustomerFilter filter) {
        this.filter = filter;
    }

    /**
     * A filter that is on.
     *
     * @param label message key of what it filters by
     * @param value as it is shown; {@code isKey} when it is a message key itself
     * @param without the address without it
     */
    record Chip(String label, String value, boolean isKey, String without) {}

    public String view(CustomerFilter.View view) {
        return UriComponentsBuilder.fromPath("/customers")
                .queryParam("view", view.word())
                .toUriString();
    }

    /** The address of the view without any filter. */
    public String cleared() {
        return view(filter.view());
    }

    public List<Chip> chips() {
        List<Chip> chips = new ArrayList<>();
        if (!filter.query().isBlank()) {
            chips.add(new Chip("customer.filter.q", filter.query(), false, without("q")));
        }
        if (!filter.quadrants().isEmpty()) {
            String letters = String.join(" ", filter.quadrants());
            chips.add(new Chip("customer.filter.quadrant", letters, false, without("quadrant")));
        }
        if (filter.kind() != null) {
            chips.add(new Chip("customer.filter.kind", "customer.kind." + filter.kind(), true, without("kind")));
        }
        if (filter.stage() != null) {
            chips.add(new Chip("customer.filter.stage", "customer.stage." + filter.stage(), true, without("stage")));
        }
        if (filter.tag() != null) {
            chips.add(new Chip("customer.filter.tag", filter.tag(), false, without("tag")));
        }
        if (filter.known() != null) {
            chips.add(new Chip("customer.filter.known", "customer.known." + filter.known(), true, without("known")));
        }
        if (filter.since() != null) {
            chips.add(new Chip("customer.filter.since", filter.since().toString(), false, without("since")));
        }
        return chips;
    }

    private String without(String name) {
        var uri = UriComponentsBuilder.fromPath("/customers")
                .queryParam("view", filter.view().word())
                .queryParam("sort", filter.sort().name().toLowerCase(Locale.ROOT));
        add(uri, name, "q", filter.query());
        filter.quadrants().forEach(letter -> add(uri, name, "quadrant", letter));
        add(uri, name, "kind", Objects.toString(filter.kind(), ""));
        add(uri, name, "stage", Objects.toString(filter.stage(), ""));
        add(uri, name, "tag", Objects.toString(filter.tag(), ""));
        add(uri, name, "known", Objects.toString(filter.known(), ""));
        add(uri, name, "since", Objects.toString(filter.since(), ""));
        return uri.encode().toUriString();
    }

    private static void add(UriComponentsBuilder uri, String without, String name, String value) {
        if (!name.equals(without) && !value.isBlank()) {
            uri.queryParam(name, value.replace("{", "").replace("}", ""));
        }
    }
}
