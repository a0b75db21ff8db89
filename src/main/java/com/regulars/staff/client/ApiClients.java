package com.regulars.staff.client;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.audit.AuditChanges;
import com.regulars.audit.AuditLog;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.NotFoundException;
import com.regulars.staff.employee.Tokens;
import com.regulars.staff.employee.VenueLimits;
import com.regulars.staff.employee.VenueLimits.Rights;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tills and other systems that act through the API with a bearer token, limited to scopes and venues. */
@Service
@RequiredArgsConstructor
@Transactional
public class ApiClients {

    private static final int SHORTEST_TOKEN = 8;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CurrentActor currentActor;
    private final ApiTokens tokens;
    private final VenueLimits limits;
    private final AuditLog audit;

    /** A new client's token, which is shown this once. */
    public record IssuedToken(long clientId, String token) {}

    @Transactional(readOnly = true)
    @Requires(Permission.API_CLIENT_EDIT)
    public List<ApiClientSummary> all() {
        return everyOne().stream().filter(one -> limits.covers(one.venueIds())).toList();
    }

    private List<ApiClientSummary> everyOne() {
        return jdbc.sql("""
                        select c.*, array(select v.venue_id from staff_api_client_venue v where v.api_client_id = c.id) as venue_ids
                          from staff_api_client c order by c.revoked_at is not null, c.name, c.id
                        """).query(ApiTokens::summary).list();
    }

    /** @param venueIds the venues it may act in; empty means all of them */
    @Requires(Permission.API_CLIENT_EDIT)
    public IssuedToken create(String name, Set<Scope> scopes, Set<Long> venueIds) {
        limits.requireGivable(venueIds);
        String token = "rgl_" + Tokens.fresh();
        if (isTaken(name)) {
            throw new InvalidFieldException("name", "nameTaken", name);
        }
        long id = insert(name, token, scopes, venueIds);
        tokens.changed();
        tell("apiClient.created", id, name, Rights.NONE, new Rights(scopes, venueIds));
        return new IssuedToken(id, token);
    }

    /** Makes a client with a token that was agreed beforehand, or changes the active one of this name. */
    @Requires(Permission.API_CLIENT_EDIT)
    public long register(String name, String token, Set<Scope> scopes, Set<Long> venueIds) {
        if (token.length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException("A token has at least " + SHORTEST_TOKEN + " characters");
        }
        var known = jdbc.sql("select id from staff_api_client where token_hash = :hash and revoked_at is null")
                .param("hash", Tokens.digest(token))
                .query(Long.class)
                .optional();
        if (known.isPresent()) {
            return known.get();
        }
        Optional<ApiClientSummary> before = active(name);
        before.ifPresent(this::end);
        tokens.changed();
        long id = insert(name, token, scopes, venueIds);
        tell(
                "apiClient.created",
                id,
                name,
                before.map(ApiClients::rights).orElse(Rights.NONE),
                new Rights(scopes, venueIds));
        return id;
    }

    private Optional<ApiClientSummary> active(String name) {
        return everyOne().stream()
                .filter(one -> one.active() && one.name().equals(name))
                .findFirst();
    }

    /** Ends a client's token for good. */
    @Requires(Permission.API_CLIENT_EDIT)
    public void revoke(long id) {
        ApiClientSummary client = everyOne().stream()
                .filter(one -> one.id() == id && limits.covers(one.venueIds()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("apiClient", id));
        if (!end(client)) {
            throw new NotFoundException("apiClient", id);
        }
        tokens.changed();
    }

    /** @return false when it had ended before */
    private boolean end(ApiClientSummary client) {
        int changed = jdbc.sql("update staff_api_client set revoked_at = :now where id = :id and revoked_at is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", client.id())
                .update();
        if (changed > 0) {
            tell("apiClient.revoked", client.id(), client.name(), rights(client), Rights.NONE);
        }
        return changed > 0;
    }

    private static Rights rights(ApiClientSummary client) {
        return new Rights(client.scopes(), client.venueIds());
    }

    private void tell(String action, long id, String name, Rights before, Rights after) {
        var changes = limits.note(new AuditChanges(), "staff.apiClients.scopes", "staff.scope", before, after);
        audit.record(action, "apiClient", id, changes.under(name));
    }

    /** The client behind a bearer token, unless it is unknown or revoked. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Actor> authenticate(String token) {
        return tokens.find(token);
    }

    private boolean isTaken(String name) {
        return jdbc.sql("select exists (select from staff_api_client where name = :name and revoked_at is null)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    private long insert(String name, String token, Set<Scope> scopes, Collection<Long> venueIds) {
        long id = jdbc.sql("""
                        insert into staff_api_client (id, name, token_hash, scopes, created_at, created_by_key, created_by_name)
                        values (nextval('staff_api_client_seq'), :name, :hash, :scopes, :now, :byKey, :byName) returning id
                        """)
                .param("name", name)
                .param("hash", Tokens.digest(token))
                .param("scopes", scopes.stream().map(Scope::name).sorted().toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("byKey", currentActor.acted().key())
                .param("byName", currentActor.acted().name())
                .query(Long.class)
                .single();
        venueIds.forEach(venue -> jdbc.sql("insert into staff_api_client_venue (api_client_id, venue_id) values (?, ?)")
                .params(id, venue)
                .update());
        return id;
    }
}
