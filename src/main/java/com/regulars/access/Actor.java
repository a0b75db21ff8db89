package com.regulars.access;

import java.io.Serializable;
import java.util.Set;

/**
 * Who acts: an employee, an API client or the system itself.
 *
 * @param kind which of the three
 * @param id employee id or API client id; 0 for the system
 * @param name what to show and to print on a receipt
 * @param permissions what it may do
 * @param venueIds the venues it may act in; empty means all of them
 */
public record Actor(Kind kind, long id, String name, Set<Permission> permissions, Set<Long> venueIds)
        implements Serializable {

    /** What kind of actor this is. */
    public enum Kind {
        EMPLOYEE,
        API_CLIENT,
        SYSTEM
    }

    public Actor {
        permissions = Set.copyOf(permissions);
        venueIds = Set.copyOf(venueIds);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    public boolean mayActIn(long venueId) {
        return venueIds.isEmpty() || venueIds.contains(venueId);
    }

    /** Name that keeps keys of different actors apart, for example {@code EMPLOYEE:17}. */
    public String key() {
        return kind + ":" + id;
    }

    /** This actor as it is kept with what it did. */
    public ActedBy acted() {
        return new ActedBy(key(), name);
    }
}
