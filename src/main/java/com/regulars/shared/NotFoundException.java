package com.regulars.shared;

import lombok.Getter;

/** What was asked for is not there, or belongs to a venue the actor may not see: 404 either way. */
@Getter
public class NotFoundException extends RuntimeException {

    private final String kind;
    private final String key;

    /**
     * @param kind what was looked for, as the message key suffix of {@code notFound.<kind>}, for example {@code card}
     * @param key what it was looked up by
     */
    public NotFoundException(String kind, Object key) {
        super(kind + " " + key);
        this.kind = kind;
        this.key = String.valueOf(key);
    }
}
