package com.regulars.customer.web;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.customer.CustomerAction;
import com.regulars.customer.CustomerActionSource;
import com.regulars.customer.CustomerPanel;
import com.regulars.customer.Customers;
import com.regulars.customer.GuestOnPage;
import com.regulars.customer.GuestQueries;
import com.regulars.customer.HeadFigure;
import com.regulars.customer.HeadFigureSource;
import com.regulars.customer.Observation;
import com.regulars.customer.ObservationCategory;
import com.regulars.customer.Observations;
import com.regulars.customer.TimelineEntry;
import com.regulars.customer.TimelineSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/**
 * Puts the customer page together: its head, and the panels, figures, actions and timeline that modules contribute, each
 * only for those who hold its permission (R1.12).
 */
@Component
@RequiredArgsConstructor
class CustomerPage {

    private static final int TIMELINE = 12;

    private final Customers customers;
    private final GuestQueries guests;
    private final Observations observations;
    private final List<CustomerPanel> panels;
    private final List<HeadFigureSource> figures;
    private final List<CustomerActionSource> actions;
    private final List<TimelineSource> timelines;
    private final CurrentActor currentActor;

    /** A panel and what it shows. */
    record Shown(String key, String fragment, Map<String, Object> model) {}

    @Transactional(readOnly = true)
    void fill(Model model, long id) {
        GuestOnPage card = guests.get(id);
        model.addAttribute("customer", customers.get(id));
        model.addAttribute("card", card);
        model.addAttribute("allergies", allergies(card));
        model.addAttribute("figures", figures(id));
        model.addAttribute("actions", actions(id));
        model.addAttribute("timeline", timeline(id));
        model.addAttribute("columns", columns(id));
    }

    /** Offers the customer who has the telephone number already. */
    void addKnown(Model model, @Nullable String phone) {
        if (phone != null && phone.replaceAll("[^0-9]", "").length() >= 7) {
            model.addAttribute("known", customers.search(phone, 1));
        }
    }

    /** What the kitchen must know: the profile's own words and observations of that kind. */
    private List<String> allergies(GuestOnPage card) {
        return Stream.concat(
                        Stream.ofNullable(card.profile().dietary()),
                        observations.of(card.id()).stream()
                                .filter(observation -> observation.category() == ObservationCategory.DIETARY)
                                .filter(observation -> !observation.isRetired())
                                .map(Observation::text))
                .distinct()
                .toList();
    }

    private List<HeadFigure> figures(long id) {
        return allowed(figures, HeadFigureSource::permission, HeadFigureSource::order)
                .flatMap(source -> source.figures(id).stream())
                .toList();
    }

    private List<CustomerAction> actions(long id) {
        return allowed(actions, CustomerActionSource::permission, CustomerActionSource::order)
                .flatMap(source -> source.actions(id).stream())
                .toList();
    }

    private List<TimelineEntry> timeline(long id) {
        return allowed(timelines, TimelineSource::permission, source -> 0)
                .flatMap(source -> source.newest(id, TIMELINE).stream())
                .sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .limit(TIMELINE)
                .toList();
    }

    private Map<String, List<Shown>> columns(long id) {
        return Arrays.stream(CustomerPanel.Column.values())
                .collect(Collectors.toMap(CustomerPanel.Column::name, column -> panels(id, column)));
    }

    private List<Shown> panels(long id, CustomerPanel.Column column) {
        return allowed(panels, CustomerPanel::permission, CustomerPanel::order)
                .filter(panel -> panel.column() == column)
                .map(panel -> new Shown(panel.key(), panel.fragment(), panel.model(id)))
                .toList();
    }

    private <T> Stream<T> allowed(List<T> sources, Function<T, Permission> permission, ToIntFunction<T> order) {
        Actor actor = currentActor.get();
        return sources.stream()
                .filter(source -> actor.may(permission.apply(source)))
                .sorted(Comparator.comparingInt(order));
    }
}
