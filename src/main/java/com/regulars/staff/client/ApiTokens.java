package com.regulars.staff.client;

import com.regulars.access.ActedBy;
import com.regulars.access.Actor;
import com.regulars.access.Permission;
import com.regulars.shared.cache.SharedCache;
import com.regulars.shared.cache.SharedCaches;
import com.regulars.staff.employee.Tokens;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the API client behind a bearer token. Tokens are kept in memory, so that a till that sends hundreds of requests a
 * second costs one query in some seconds; a revoked token dies on every node at once.
 */
@Component
class ApiTokens {

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    private final SharedCache<String, Optional<Actor>> kept;

    ApiTokens(JdbcClient jdbc, Clock clock, SharedCaches caches) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.kept = caches.make("apiToken", MOST_KEPT, this::read);
    }

    Optional<Actor> find(String token) {
        return kept.get(Tokens.digest(token));
    }

    /** Says that a client was made, changed or revoked. */
    void changed() {
        kept.changed();
    }

    private Optional<Actor> read(String digest) {
        var found =
                jdbc.sql("""
                        select c.*, array(select v.venue_id from staff_api_client_venue v where v.api_client_id = c.id) as venue_ids
                          from staff_api_client c where c.token_hash = :digest and c.revoked_at is null
                        """).param("digest", digest).query(ApiTokens::summary).optional();
        found.ifPresent(this::noteUse);
        return found.map(ApiTokens::actor);
    }

    private void noteUse(ApiClientSummary client) {
        Instant now = clock.instant();
        jdbc.sql("""
                        update staff_api_client set last_used_at = :now
                         where id = :id and (last_used_at is null or last_used_at < :noted)
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("noted", now.minus(USE_NOTED_EVERY).atOffset(ZoneOffset.UTC))
                .param("id", client.id())
                .update();
    }

    private static Actor actor(ApiClientSummary client) {
        Set<Permission> permissions = EnumSet.of(Permission.SIGNED_IN);
        client.scopes().forEach(scope -> permissions.addAll(scope.permissions()));
        return new Actor(Actor.Kind.API_CLIENT, client.id(), client.name(), permissions, client.venueIds());
    }

    static ApiClientSummary summary(ResultSet row, int number) throws SQLException {
        return new ApiClientSummary(
                row.getLong("id"),
                row.getString("name"),
                Arrays.stream((String[]) row.getArray("scopes").getArray())
                        .flatMap(ApiTokens::scope)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class))),
                Set.copyOf(Arrays.asList(longs(row.getArray("venue_ids")))),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                ActedBy.from(row, "created_by"),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    private static Stream<Scope> scope(String name) {
        return Arrays.stream(Scope.values()).filter(scope -> scope.name().equals(name));
    }

    private static Long[] longs(Array array) throws SQLException {
        return (Long[]) array.getArray();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
