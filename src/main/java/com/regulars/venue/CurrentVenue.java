package com.regulars.venue;

import com.regulars.access.CurrentActor;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The venue this device works for: the one chosen in the top bar, else the first the actor may act in. Lists and figures
 * show the chosen one, and all that are open to the actor while none is chosen.
 */
@Component
@RequiredArgsConstructor
public class CurrentVenue {

    /** Name of the cookie that keeps the choice; its value is the venue's code. */
    public static final String COOKIE = "venue";

    private final CurrentActor currentActor;
    private final OpenVenues openVenues;

    /** Empty when nobody is signed in or no venue is open to the actor. */
    public Optional<Venue> find() {
        if (currentActor.find().isEmpty()) {
            return Optional.empty();
        }
        return chosen().or(() -> openVenues.all().stream().findFirst());
    }

    /** The one that was chosen, if the actor may act in it; empty means all of them. */
    public Optional<Venue> chosen() {
        if (currentActor.find().isEmpty()) {
            return Optional.empty();
        }
        return chosenCode()
                .flatMap(code -> openVenues.all().stream()
                        .filter(venue -> venue.code().equals(code))
                        .findFirst());
    }

    /** The venues that lists and figures are about: the chosen one, else all that are open to the actor. */
    public List<Venue> scope() {
        return chosen().map(List::of).orElseGet(openVenues::all);
    }

    /** @throws IllegalStateException when there is none */
    public Venue get() {
        return find().orElseThrow(() -> new IllegalStateException("No venue to work for"));
    }

    private static Optional<String> chosenCode() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return Optional.empty();
        }
        var cookies = attributes.getRequest().getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
