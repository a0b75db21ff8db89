package com.regulars.staff.employee;

import com.regulars.access.CurrentActor;
import com.regulars.audit.AuditChanges;
import com.regulars.shared.InvalidFieldException;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Nobody gives rights beyond the own: whoever works in some venues only can hire, change and equip for these, and no
 * empty list of venues, which would stand for all of them.
 */
@Component
@RequiredArgsConstructor
public class VenueLimits {

    private final CurrentActor currentActor;
    private final Venues venues;

    /** Whether the actor works everywhere somebody with these venues does. */
    public boolean covers(Collection<Long> venueIds) {
        Set<Long> own = currentActor.get().venueIds();
        return own.isEmpty() || !venueIds.isEmpty() && own.containsAll(venueIds);
    }

    /** @throws InvalidFieldException when these venues are more than the actor's own */
    public void requireGivable(Collection<Long> venueIds) {
        if (!covers(venueIds)) {
            throw new InvalidFieldException("venueIds", "venuesBeyondOwn");
        }
    }

    /** What somebody may do, and where; no venues stand for all of them. */
    public record Rights(Collection<? extends Enum<?>> of, Collection<Long> venueIds) {

        /** Before somebody comes and after somebody has gone. */
        public static final Rights NONE = new Rights(Set.of(), Set.of());
    }

    /**
     * What became of rights, for the audit log.
     *
     * @param label message key of what they are called: roles, scopes
     * @param words message key of one of them, without its name, for example {@code staff.role}
     */
    public AuditChanges note(AuditChanges changes, String label, String words, Rights before, Rights after) {
        return changes.list(label, named(words, before), named(words, after))
                .list("staff.venues", places(before), places(after));
    }

    private static List<String> named(String words, Rights rights) {
        return rights.of().stream()
                .sorted()
                .map(one -> words + "." + one.name())
                .toList();
    }

    private List<String> places(Rights rights) {
        if (rights.of().isEmpty()) {
            return List.of();
        }
        return rights.venueIds().isEmpty()
                ? List.of("staff.venues.all")
                : venues.byIds(rights.venueIds()).values().stream()
                        .map(Venue::name)
                        .sorted()
                        .toList();
    }
}
