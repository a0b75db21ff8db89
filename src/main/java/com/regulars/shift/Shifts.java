package com.regulars.shift;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import com.regulars.venue.Venue;
import com.regulars.venue.Venues;
import java.time.Clock;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The shifts of the tills. A shift opens by itself when money first moves at a till, so that every bill, top-up and
 * refund belongs to one (R4.9); it cannot close before that money has moved.
 */
@Service
@RequiredArgsConstructor
public class Shifts {

    private final ShiftStore store;
    private final CurrentActor currentActor;
    private final Venues venues;
    private final Clock clock;

    /**
     * The shift that money moving now belongs to: the one named, else the actor's newest open one at the venue, else the
     * open one at the actor's till, which is opened when there is none. It stays open until the transaction ends.
     *
     * @param shiftId the shift the caller names, or null
     * @throws NotFoundException when the named shift is not one of this venue
     * @throws RefusedException {@code SHIFT_CLOSED} when the named shift takes no more money
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Shift forMoney(long venueId, @Nullable String shiftId) {
        if (shiftId != null) {
            return requireOpen(store.take(parse(shiftId)).filter(shift -> shift.venueId() == venueId), shiftId);
        }
        return store.takeOpenOf(venueId, currentActor.get().key()).orElseGet(() -> openAt(venueId, ownTill()));
    }

    /** The actor's newest open shift at the venue. */
    @Transactional(readOnly = true)
    public Optional<Shift> findOpenOfActor(long venueId) {
        return store.findOpenOf(venueId, currentActor.get().key());
    }

    /** @throws NotFoundException when there is no such shift in a venue of the actor */
    @Transactional(readOnly = true)
    public Shift get(long id) {
        Shift shift = store.find(id).orElseThrow(() -> new NotFoundException("shift", id));
        currentActor.requireVenue(shift.venueId(), "shift", id);
        return shift;
    }

    /** Ids are opaque texts to other systems; what cannot be one of ours is simply not there. */
    public static long parse(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw new NotFoundException("shift", id);
        }
        return Long.parseLong(id);
    }

    static Shift requireOpen(Optional<Shift> found, Object id) {
        Shift shift = found.orElseThrow(() -> new NotFoundException("shift", id));
        if (!shift.isOpen()) {
            throw new RefusedException("SHIFT_CLOSED", String.valueOf(id));
        }
        return shift;
    }

    /** Should somebody open it and close it again in between, the next try opens the one after. */
    private Shift openAt(long venueId, String till) {
        Venue venue = venues.get(venueId);
        while (true) {
            store.insert(venueId, till, venues.businessDate(venue), clock.instant(), currentActor.acted(), 0, true);
            Optional<Shift> taken = store.takeOpenAt(venueId, till);
            if (taken.isPresent()) {
                return taken.get();
            }
        }
    }

    /** Each employee counts an own drawer until a till is named at opening; other systems share the till {@code api}. */
    public String ownTill() {
        Actor actor = currentActor.get();
        return actor.kind() == Actor.Kind.EMPLOYEE ? "t" + actor.id() : "api";
    }
}
