package com.regulars.staff.client;

import com.regulars.access.ActedBy;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API client as the administrator sees it; the token itself is never shown again.
 *
 * @param venueIds the venues it may act in; empty means all of them
 */
public record ApiClientSummary(
        long id,
        String name,
        Set<Scope> scopes,
        Set<Long> venueIds,
        Instant createdAt,
        ActedBy createdBy,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    public boolean active() {
        return revokedAt == null;
    }
}
