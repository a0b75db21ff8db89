package com.regulars.staff;

import com.regulars.access.Actor;
import com.regulars.access.Permission;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the API client behind a bearer token. Known tokens are kept for a few seconds, so that a till that sends
 * hundreds of requests a second costs one query in that time; a revoked token dies on other nodes when they have passed.
 */
@Component
@RequiredArgsConstructor
class ApiTokens {

    private static final Duration KEPT = Duration.ofSeconds(3);
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(Actor actor, Instant until) {}

    Optional<Actor> find(String token) {
        String digest = Tokens.digest(token);
        Kept known = kept.get(digest);
        if (known != null && clock.instant().isBefore(known.until)) {
            return Optional.of(known.actor);
        }
        var actor = read(digest);
        keep(digest, actor);
        return actor;
    }

    void forget() {
        kept.clear();
    }

    private void keep(String digest, Optional<Actor> actor) {
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        actor.ifPresentOrElse(
                found -> kept.put(digest, new Kept(found, clock.instant().plus(KEPT))), () -> kept.remove(digest));
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
                row.getString("created_by"),
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
