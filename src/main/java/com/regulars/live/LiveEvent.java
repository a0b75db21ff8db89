package com.regulars.live;

import com.regulars.access.Actor;
import com.regulars.access.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Something changed that open pages may show.
 *
 * @param topic one word; elements of pages name it as {@code data-live="<topic>"} or {@code data-live="<topic>:<id>"}
 * @param id which one
 * @param permission needed to hear of it
 * @param venueId the venue it belongs to; null when it belongs to none
 * @param ownerKey who hears of it without the permission, as {@link Actor#key()}; null when nobody does
 */
public record LiveEvent(
        String topic,
        long id,
        Permission permission,
        @Nullable Long venueId,
        @Nullable String ownerKey) {

    private static final String NONE = "-";
    private static final int PARTS = 5;

    /** For everybody who holds the permission. */
    public static LiveEvent of(String topic, long id, Permission permission) {
        return new LiveEvent(topic, id, permission, null, null);
    }

    /** The same for those only who may act in a venue. */
    public LiveEvent in(long venue) {
        return new LiveEvent(topic, id, permission, venue, ownerKey);
    }

    /** The same, and for its owner. */
    public LiveEvent ownedBy(String key) {
        return new LiveEvent(topic, id, permission, venueId, key);
    }

    boolean concerns(Actor actor) {
        return actor.key().equals(ownerKey) || actor.may(permission) && (venueId == null || actor.mayActIn(venueId));
    }

    /** What a browser is told. */
    String shown() {
        return topic + ":" + id;
    }

    /** What other nodes are told; {@link #heard} reads it. */
    String told() {
        return String.join(
                " ",
                topic,
                String.valueOf(id),
                permission.name(),
                venueId == null ? NONE : String.valueOf(venueId),
                ownerKey == null ? NONE : ownerKey);
    }

    static LiveEvent heard(String told) {
        String[] parts = told.split(" ", PARTS);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("Not told by this version: " + told);
        }
        return new LiveEvent(
                parts[0],
                Long.parseLong(parts[1]),
                Permission.valueOf(parts[2]),
                parts[3].equals(NONE) ? null : Long.valueOf(parts[3]),
                parts[4].equals(NONE) ? null : parts[4]);
    }
}
