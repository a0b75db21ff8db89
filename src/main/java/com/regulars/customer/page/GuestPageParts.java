package com.regulars.customer.page;

import com.regulars.access.Actor;
import com.regulars.access.Permission;
import com.regulars.customer.page.GuestPanel.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** The page of one guest while it is put together for somebody, and what its template reads afterwards. */
public final class GuestPageParts {

    /** How many entries the timeline shows; a contribution need not read more. */
    public static final int TIMELINE = 12;

    private final Actor viewer;
    private final List<Placed<HeadFigure>> figures = new ArrayList<>();
    private final List<Placed<GuestAction>> actions = new ArrayList<>();
    private final List<String> allergies = new ArrayList<>();
    private final List<GuestPanel> panels = new ArrayList<>();
    private final List<TimelineEntry> timeline = new ArrayList<>();

    /** Something and where it stands among its like. */
    private record Placed<T>(int order, T part) {}

    public GuestPageParts(Actor viewer) {
        this.viewer = viewer;
    }

    /** What the viewer may not see needs not be read either. */
    public boolean viewerMay(Permission permission) {
        return viewer.may(permission);
    }

    /**
     * Adds a figure to the head.
     *
     * @param order smaller is further left
     */
    public void addFigure(int order, HeadFigure figure) {
        figures.add(new Placed<>(order, figure));
    }

    /**
     * Adds a button to the head.
     *
     * @param order smaller is further left
     */
    public void addAction(int order, GuestAction action) {
        actions.add(new Placed<>(order, action));
    }

    /** Warns in the head of what the guest must not eat. */
    public void addAllergies(List<String> words) {
        allergies.addAll(words);
    }

    public void addPanel(GuestPanel panel) {
        panels.add(panel);
    }

    /** Adds what happened with the guest to the timeline; the newest of all contributions are shown. */
    public void addToTimeline(List<TimelineEntry> entries) {
        timeline.addAll(entries);
    }

    public List<HeadFigure> figures() {
        return inOrder(figures, Placed::order, Placed::part);
    }

    public List<GuestAction> actions() {
        return inOrder(actions, Placed::order, Placed::part);
    }

    public List<String> allergies() {
        return List.copyOf(allergies);
    }

    public List<Column> columns() {
        return List.of(Column.values());
    }

    public List<GuestPanel> panels(Column column) {
        return inOrder(
                panels.stream().filter(panel -> panel.column() == column).toList(), GuestPanel::order, panel -> panel);
    }

    public List<TimelineEntry> timeline() {
        return timeline.stream()
                .sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .limit(TIMELINE)
                .toList();
    }

    private static <P, T> List<T> inOrder(List<P> placed, ToIntFunction<P> order, Function<P, T> part) {
        return placed.stream().sorted(Comparator.comparingInt(order)).map(part).toList();
    }
}
