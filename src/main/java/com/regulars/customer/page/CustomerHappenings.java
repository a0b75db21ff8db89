package com.regulars.customer.page;

import com.regulars.customer.GuestOnPage;
import com.regulars.customer.observation.NotedObservation;
import com.regulars.customer.profile.ShownChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Registration, observations and edits in the timeline; fields changed by one edit are one entry. */
@Component
@RequiredArgsConstructor
class CustomerHappenings {

    private final MessageSource messages;

    List<TimelineEntry> of(GuestOnPage guest, List<NotedObservation> observations, List<ShownChange> changes) {
        List<TimelineEntry> entries = new ArrayList<>(edits(changes));
        observations.stream()
                .filter(observation -> !observation.isRetired())
                .map(this::entry)
                .forEach(entries::add);
        entries.add(new TimelineEntry(
                guest.customer().createdAt(),
                "user-plus",
                text("customer.timeline.registered"),
                guest.createdByName(),
                null));
        return entries;
    }

    private TimelineEntry entry(NotedObservation observation) {
        String category = text("customer.observation." + observation.category());
        return new TimelineEntry(
                observation.notedAt(),
                "eye",
                text("customer.timeline.observed", category, observation.text()),
                observation.notedByName(),
                null);
    }

    private List<TimelineEntry> edits(List<ShownChange> changes) {
        Map<String, List<ShownChange>> edits = changes.stream()
                .collect(Collectors.groupingBy(
                        change -> change.at() + change.byKey(), LinkedHashMap::new, Collectors.toList()));
        return edits.values().stream().map(this::edit).toList();
    }

    private TimelineEntry edit(List<ShownChange> changes) {
        ShownChange first = changes.getFirst();
        String fields = changes.stream()
                .map(change -> text("customer.field." + change.field()))
                .distinct()
                .collect(Collectors.joining(text("customer.comma")));
        return new TimelineEntry(
                first.at(), "user-check", text("customer.timeline.edited", fields), first.byName(), "#history");
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
