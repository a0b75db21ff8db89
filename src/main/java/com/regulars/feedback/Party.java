package com.regulars.feedback;

import com.regulars.access.Actor;
import jakarta.persistence.Embeddable;

/**
 * Somebody who is responsible for a ticket or is asked to be (R3.3).
 *
 * @param key tells them from others, for example {@code EMPLOYEE:17}
 * @param name what to show and print, as it was at that time
 */
@Embeddable
public record Party(String key, String name) {

    static Party of(Actor actor) {
        return new Party(actor.key(), actor.name());
    }
}
