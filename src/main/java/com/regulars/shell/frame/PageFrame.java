package com.regulars.shell.frame;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.shared.web.NavSource;
import com.regulars.shared.web.NavSource.NavEntry;
import com.regulars.shared.web.SearchSource;
import com.regulars.staff.Role;
import com.regulars.venue.Brand;
import com.regulars.venue.Brands;
import com.regulars.venue.CurrentVenue;
import com.regulars.venue.OpenVenues;
import com.regulars.venue.Venue;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the frame around a page shows: menu, user, venue, language, looks. Templates ask it as {@code @frame}, so that
 * error pages and pages of people who are not signed in get the same frame.
 */
@Component("frame")
@RequiredArgsConstructor
public class PageFrame {

    private final ObjectProvider<NavSource> navSources;
    private final ObjectProvider<SearchSource> searchSources;
    private final CurrentActor currentActor;
    private final OpenVenues openVenues;
    private final CurrentVenue currentVenue;
    private final Brands brands;
    private final Preferences preferences;
    private final MessageSource messages;
    private final DemoCards demoCards;

    public boolean signedIn() {
        return currentActor.find().isPresent();
    }

    /** The entries the actor may use, in their order. */
    public List<NavEntry> nav() {
        return navSources.stream()
                .flatMap(source -> source.navEntries().stream())
                .filter(entry -> may(entry.permission()))
                .sorted(Comparator.comparingInt(NavEntry::order).thenComparing(NavEntry::key))
                .toList();
    }

    public boolean may(String permission) {
        return currentActor
                .find()
                .filter(actor -> actor.may(Permission.valueOf(permission)))
                .isPresent();
    }

    public boolean maySearch() {
        return searchSources.stream().anyMatch(source -> may(source.permission()));
    }

    public String userName() {
        return currentActor.find().map(Actor::name).orElse("");
    }

    /** The first character of the name, for the round mark beside it. */
    public String initial() {
        String name = userName();
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
    }

    /** The largest role whose permissions the actor holds, {@code NONE} when there is none. */
    public String role() {
        return currentActor
                .find()
                .flatMap(actor -> Arrays.stream(Role.values())
                        .filter(role -> actor.permissions().containsAll(role.permissions()))
                        .max(Comparator.comparingInt(role -> role.permissions().size())))
                .map(Role::name)
                .orElse("NONE");
    }

    public Brand brand() {
        return brands.current();
    }

    public List<Venue> venues() {
        return signedIn() ? openVenues.all() : List.of();
    }

    @Nullable
    public Venue venue() {
        return currentVenue.find().orElse(null);
    }

    /** The venue that was chosen; null while lists and figures show all. */
    @Nullable
    public Venue chosenVenue() {
        return currentVenue.chosen().orElse(null);
    }

    /** Who the sign-in page offers to come in as; nobody outside the demo profile. */
    public List<DemoCards.RoleCard> demoSignIns() {
        return demoCards.all();
    }

    /** Language of the page as {@code html lang} wants it. */
    public String language() {
        return isEnglish() ? "en" : "zh-CN";
    }

    /** The language one can switch to. */
    public String otherLanguage() {
        return isEnglish() ? "zh" : "en";
    }

    public String otherLanguageName() {
        return isEnglish() ? "中文" : "English";
    }

    /** {@code light} or {@code dark}; null leaves it to the device. */
    @Nullable
    public String theme() {
        return preferences.theme(request());
    }

    /** The address of this page with its parameters, to come back to; home when it is no page one can get. */
    public String here() {
        HttpServletRequest request = request();
        if (request.getDispatcherType() != DispatcherType.REQUEST
                || !request.getMethod().equals("GET")) {
            return "/";
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** The address of this page with one parameter set to another value. */
    public String withParameter(String name, Object value) {
        HttpServletRequest request = request();
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam(name, value)
                .build()
                .toUriString();
    }

    /** The message of a key, for keys that come from the model. */
    public String text(String key, Object @Nullable ... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    /** The message key that heads an error page; the same key with {@code .next} says what one can do. */
    public String errorTitle(int status) {
        return switch (status) {
            case 401, 403, 404, 409, 422, 429, 503 -> "shell.error." + status;
            default -> status < 500 ? "shell.error.400" : "shell.error.500";
        };
    }

    private static boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
