package com.regulars.customer;

import com.regulars.access.Permission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Registration, observations and edits in the customer's timeline; fields changed by one edit are one entry. */
@Component
@RequiredArgsConstructor
class CustomerTimeline implements TimelineSource {

    private final GuestQueries guests;
    private final Observations observations;
    private final CustomerHistory history;
    private final MessageSource messages;

    @Override
    public Permission permission() {
        return Permission.CUSTOMER_READ;
    }

    @Override
    public List<TimelineEntry> newest(long customerId, int limit) {
        List<TimelineEntry> entries = new ArrayList<>(edits(customerId, limit));
        observations.of(customerId).stream()
                .filter(observation -> !observation.isRetired())
                .map(this::entry)
                .forEach(entries::add);
        var card = guests.get(customerId);
        entries.add(new TimelineEntry(
                card.customer().createdAt(),
                "user-plus",
                text("customer.timeline.registered"),
                card.createdByName(),
                null));
        entries.sort(Comparator.comparing(TimelineEntry::at).reversed());
        return entries.subList(0, Math.min(limit, entries.size()));
    }

    private TimelineEntry entry(Observation observation) {
        String category = text("customer.observation." + observation.category());
        return new TimelineEntry(
                observation.notedAt(),
                "eye",
                text("customer.timeline.observed", category, observation.text()),
                observation.notedByName(),
                null);
    }

    private List<TimelineEntry> edits(long customerId, int limit) {
        Map<String, List<CustomerChange>> edits = history.of(customerId, limit * 4).stream()
                .collect(Collectors.groupingBy(
                        change -> change.at() + change.byKey(), LinkedHashMap::new, Collectors.toList()));
        return edits.values().stream()
                .map(changes -> new TimelineEntry(
                        changes.getFirst().at(),
                        "user-check",
                        text("customer.timeline.edited", fields(changes)),
                        changes.getFirst().byName(),
                        "#history"))
                .toList();
    }

    private String fields(List<CustomerChange> changes) {
        return changes.stream()
                .map(change -> text("customer.field." + change.field()))
                .distinct()
                .collect(Collectors.joining(text("customer.comma")));
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
