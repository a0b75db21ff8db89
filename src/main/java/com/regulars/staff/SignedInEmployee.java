package com.regulars.staff;

import com.regulars.access.Actor;
import com.regulars.access.ActorHolder;
import com.regulars.access.Permission;
import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The employee behind a browser session. A session keeps only id and login name; what the employee may do is read again
 * at each request, so that a changed role or a locked account counts at once.
 */
public final class SignedInEmployee implements UserDetails, ActorHolder {

    @Serial
    private static final long serialVersionUID = 1;

    private final long id;
    private final String loginName;
    private final transient @Nullable Actor actor;
    private final transient Set<Role> roles;
    private final transient boolean mustChangePassword;
    private final transient @Nullable String language;

    public SignedInEmployee(EmployeeSummary employee, Set<Permission> permissions, boolean mustChangePassword) {
        this.id = employee.id();
        this.loginName = employee.loginName();
        this.actor = new Actor(Actor.Kind.EMPLOYEE, id, employee.displayName(), permissions, employee.venueIds());
        this.roles = Set.copyOf(employee.roles());
        this.mustChangePassword = mustChangePassword;
        this.language = employee.language();
    }

    public long id() {
        return id;
    }

    public String loginName() {
        return loginName;
    }

    /** Nobody until it was read again in this request. */
    @Override
    public Actor actor() {
        return actor == null ? new Actor(Actor.Kind.EMPLOYEE, id, loginName, Set.of(), Set.of()) : actor;
    }

    public Set<Role> roles() {
        return roles == null ? Set.of() : roles;
    }

    /** Whether nothing else is open until the first password was replaced. */
    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    public @Nullable String language() {
        return language;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return actor == null
                ? List.of()
                : actor.permissions().stream()
                        .map(permission -> new SimpleGrantedAuthority(permission.name()))
                        .toList();
    }

    @Override
    public @Nullable String getPassword() {
        return null;
    }

    @Override
    public String getUsername() {
        return loginName;
    }
}
