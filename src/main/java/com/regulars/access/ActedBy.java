package com.regulars.access;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, as it is kept with what was done: the key tells two people of one name apart, the name is the one
 * that was shown at the time. In a table these are two columns, {@code <verb>_by_key} and {@code <verb>_by_name}, or
 * {@code actor_key} and {@code actor_name} where the row is the act itself.
 *
 * <p>In an entity: {@code @Embedded @EmbeddedColumnNaming("taken_by_%s") private ActedBy takenBy}. In SQL that writes:
 * {@code .param("byKey", by.key()).param("byName", by.name())}; in SQL that reads: {@code ActedBy.from(row, "taken_by")}.
 *
 * @param key such as {@code EMPLOYEE:17}, see {@link Actor#key()}
 * @param name what was shown
 */
@Embeddable
public record ActedBy(
        @Column(nullable = false, length = 60) String key,
        @Column(nullable = false, length = 200) String name) {

    /** What is written where nobody is signed in: the first start, a door that is open to all. */
    public static final ActedBy NOBODY = new ActedBy("NOBODY:0", "-");

    /**
     * Reads the two columns of a row.
     *
     * @param columns what they begin with, for example {@code taken_by} or {@code actor}
     */
    public static ActedBy from(ResultSet row, String columns) throws SQLException {
        return new ActedBy(row.getString(columns + "_key"), row.getString(columns + "_name"));
    }

    /** As {@link #from}, where the deed may not be done yet: null while the columns are. */
    public static @Nullable ActedBy findFrom(ResultSet row, String columns) throws SQLException {
        return row.getString(columns + "_key") == null ? null : from(row, columns);
    }

    /** Whether {@code actor} did it, whatever it is called by now. */
    public boolean is(Actor actor) {
        return key.equals(actor.key());
    }

    /** The first half of the key: {@code EMPLOYEE}, {@code API_CLIENT}, {@code SYSTEM} or {@code NOBODY}. */
    public String kind() {
        return key.substring(0, Math.max(key.indexOf(':'), 0));
    }
}
