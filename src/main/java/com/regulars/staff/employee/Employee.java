package com.regulars.staff.employee;

import com.regulars.staff.EmployeeSummary;
import com.regulars.staff.HireEmployee;
import com.regulars.staff.Role;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** Somebody who works for the brand and signs in. The login name never changes, so that old entries stay readable. */
@Entity
@Getter
@Table(name = "staff_employee")
public class Employee {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "staff_employee_seq")
    @SequenceGenerator(name = "staff_employee_seq", sequenceName = "staff_employee_seq", allocationSize = 50)
    private Long id;

    private String loginName;
    private String displayName;
    private @Nullable String passwordHash;
    private boolean mustChangePassword;
    private @Nullable String language;
    private boolean active = true;
    private @Nullable Instant lockedAt;
    private @Nullable Instant lastSignInAt;
    private Instant createdAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "staff_employee_role", joinColumns = @JoinColumn(name = "employee_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "staff_employee_venue", joinColumns = @JoinColumn(name = "employee_id"))
    @Column(name = "venue_id")
    private Set<Long> venueIds = new HashSet<>();

    @Version
    private int version;

    protected Employee() {}

    public Employee(HireEmployee command, @Nullable String passwordHash, Instant now) {
        this.loginName = command.loginName();
        this.displayName = command.displayName();
        this.passwordHash = passwordHash;
        this.mustChangePassword = command.mustChangePassword();
        this.language = command.language();
        this.createdAt = now;
        assign(command.displayName(), command.roles(), command.venueIds());
    }

    public void assign(String newDisplayName, Set<Role> newRoles, Set<Long> newVenueIds) {
        this.displayName = newDisplayName;
        this.roles.retainAll(newRoles);
        this.roles.addAll(newRoles);
        this.venueIds.retainAll(newVenueIds);
        this.venueIds.addAll(newVenueIds);
    }

    public void lock(Instant now) {
        this.active = false;
        this.lockedAt = now;
    }

    public void unlock() {
        this.active = true;
        this.lockedAt = null;
    }

    public void speak(@Nullable String newLanguage) {
        this.language = newLanguage;
    }

    public void replacePassword(String newHash) {
        this.passwordHash = newHash;
        this.mustChangePassword = false;
    }

    public Set<Role> getRoles() {
        var copy = EnumSet.noneOf(Role.class);
        copy.addAll(roles);
        return copy;
    }

    public Set<Long> getVenueIds() {
        return Set.copyOf(venueIds);
    }

    public EmployeeSummary summary() {
        return new EmployeeSummary(
                id,
                loginName,
                displayName,
                getRoles(),
                getVenueIds(),
                active,
                passwordHash != null,
                language,
                lastSignInAt,
                version);
    }
}
