package com.regulars.access;

import com.regulars.shared.NotFoundException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The actor behind the running request or job. */
@Component
public class CurrentActor {

    private static final Actor SYSTEM =
            new Actor(Actor.Kind.SYSTEM, 0, "system", EnumSet.allOf(Permission.class), Set.of());

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

    /** Who does what is being written down; nobody where nobody is signed in. */
    public ActedBy acted() {
        return find().map(Actor::acted).orElse(ActedBy.NOBODY);
    }

    /** @throws NotFoundException as if {@code kind} {@code key} were not there, when the actor may not act in its venue */
    public void requireVenue(long venueId, String kind, Object key) {
        if (!get().mayActIn(venueId)) {
            throw new NotFoundException(kind, key);
        }
    }

    /** For what only the thing at hand can tell the need of; a method that always needs it says {@link Requires}. */
    public void require(Permission permission) {
        if (!get().may(permission)) {
            throw new AuthorizationDeniedException(
                    "Access Denied",
                    new AuthorityAuthorizationDecision(false, AuthorityUtils.createAuthorityList(permission.name())));
        }
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
