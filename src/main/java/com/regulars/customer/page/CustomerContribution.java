package com.regulars.customer.page;

import com.regulars.access.Permission;
import com.regulars.customer.GuestOnPage;
import com.regulars.customer.observation.NotedObservation;
import com.regulars.customer.observation.ObservationCategory;
import com.regulars.customer.observation.ObservationQueries;
import com.regulars.customer.page.GuestPanel.Column;
import com.regulars.customer.profile.HistoryQueries;
import com.regulars.customer.profile.ShownChange;
import com.regulars.customer.tag.TagList;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The guest's own card: profile, tags, observations, the history of changes (R1.1, R1.3, R1.5, R1.8). */
@Component
@RequiredArgsConstructor
class CustomerContribution implements GuestPageContribution {

    private static final int CHANGES_SHOWN = 20;
    private static final int CHANGES_READ = 4 * GuestPageParts.TIMELINE;

    private final ProfileView profiles;
    private final ObservationQueries observations;
    private final HistoryQueries history;
    private final CustomerHappenings happenings;
    private final TagList tags;

    record ObservationPanel(
            List<NotedObservation> observations, List<ObservationCategory> categories, boolean mayEdit) {}

    record TagPanel(List<String> worn, List<String> others, boolean mayEdit) {}

    record HistoryPanel(List<ShownChange> changes) {}

    @Override
    public void contribute(GuestOnPage guest, GuestPageParts page) {
        boolean mayEdit = page.viewerMay(Permission.CUSTOMER_EDIT);
        var noted = observations.of(guest.id());
        var changes = history.of(guest.id(), CHANGES_READ);
        var shown = changes.stream().limit(CHANGES_SHOWN).toList();
        var categories = List.of(ObservationCategory.values());
        page.addAllergies(allergies(guest, noted));
        page.addPanel(panel("profile", Column.LEFT, 10, profiles.panel(guest, page)));
        page.addPanel(panel("tags", Column.LEFT, 30, new TagPanel(guest.tags(), others(guest, mayEdit), mayEdit)));
        page.addPanel(panel("observations", Column.MIDDLE, 10, new ObservationPanel(noted, categories, mayEdit)));
        page.addPanel(panel("history", Column.MIDDLE, 90, new HistoryPanel(shown)));
        page.addToTimeline(happenings.of(guest, noted, changes));
    }

    private static GuestPanel panel(String key, Column column, int order, Record content) {
        return new GuestPanel(key, column, order, "customer/_panels :: " + key, content);
    }

    private List<String> others(GuestOnPage guest, boolean mayEdit) {
        return mayEdit
                ? tags.usable().stream()
                        .filter(name -> !guest.tags().contains(name))
                        .toList()
                : List.of();
    }

    /** What the kitchen must know: the profile's own words and observations of that kind. */
    private static List<String> allergies(GuestOnPage guest, List<NotedObservation> noted) {
        return Stream.concat(
                        Stream.ofNullable(guest.profile().dietary()),
                        noted.stream()
                                .filter(observation -> observation.category() == ObservationCategory.DIETARY)
                                .filter(observation -> !observation.isRetired())
                                .map(NotedObservation::text))
                .distinct()
                .toList();
    }
}
