package com.regulars.venue;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.shared.NotFoundException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The venues open to whoever acts: all of them, or those an employee or API client was given. */
@Component
@RequiredArgsConstructor
public class OpenVenues {

    private final Venues venues;
    private final CurrentActor currentActor;

    /**
     * The venue with this code.
     *
     * @throws NotFoundException when there is none, or the actor may not act in it
     */
    public Venue require(String code) {
        Venue venue = venues.getByCode(code);
        currentActor.requireVenue(venue.id(), "venue", code);
        return venue;
    }

    /** The venues the actor may act in, in the order of all venues. */
    public List<Venue> all() {
        Actor actor = currentActor.get();
        return venues.all().stream().filter(venue -> actor.mayActIn(venue.id())).toList();
    }
}
