package com.regulars.staff;

import com.regulars.shared.NotFoundException;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The actor behind the running request or job, and the venues open to it. */
@Component
@RequiredArgsConstructor
public class CurrentActor {

    private static final Actor SYSTEM =
            new Actor(Actor.Kind.SYSTEM, 0, "system", EnumSet.allOf(Permission.class), Set.of());

    private final Venues venues;

    public Optional<Actor> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof ActorHolder holder
                ? Optional.of(holder.actor())
                : Optional.empty();
    }

    /** @throws IllegalStateException when nobody is signed in and no job runs */
    public Actor get() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody acts here"));
    }

    /**
     * The venue with this code.
     *
     * @throws NotFoundException when there is none, or the actor may not act in it
     */
    public Venue requireVenue(String code) {
        Venue venue = venues.getByCode(code);
        requireVenue(venue.id(), "venue", code);
        return venue;
    }

    /** @throws NotFoundException as if {@code kind} {@code key} were not there, when the actor may not act in its venue */
    public void requireVenue(long venueId, String kind, Object key) {
        if (!get().mayActIn(venueId)) {
            throw new NotFoundException(kind, key);
        }
    }

    /** The venues the actor may act in. */
    public List<Venue> venues() {
        Actor actor = get();
        return venues.all().stream().filter(actor::mayActIn).toList();
    }

    /** Runs {@code work} on this thread as the system: the nightly run, imports that go on after the request, demo data. */
    public static <T> T asSystem(Supplier<T> work) {
        return as(SYSTEM, work);
    }

    /** Runs {@code work} on this thread as {@code actor}, and puts back who acted before. */
    public static <T> T as(Actor actor, Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        ActorHolder principal = () -> actor;
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                principal,
                "",
                actor.permissions().stream()
                        .map(permission -> new SimpleGrantedAuthority(permission.name()))
                        .toList()));
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
