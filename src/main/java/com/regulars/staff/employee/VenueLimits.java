package com.regulars.staff.employee;

import com.regulars.access.CurrentActor;
import com.regulars.shared.InvalidFieldException;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Rights as the audit log keeps them: roles or scopes, and the venues by name. */
    public String words(Collection<? extends Enum<?>> rights, Collection<Long> venueIds) {
        String places = venueIds.isEmpty()
                ? "*"
                : venues.byIds(venueIds).values().stream()
                        .map(Venue::name)
                        .sorted()
                        .collect(Collectors.joining(", "));
        return rights.stream().map(Enum::name).sorted().collect(Collectors.joining(", ")) + " @ " + places;
    }
}
