package com.regulars.staff;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes an employee on.
 *
 * @param loginName lower-case name or staff number typed at sign-in; it never changes
 * @param password first password, or null when the employee sets it through a one-time link
 * @param mustChangePassword whether the first password has to be changed at the first sign-in
 * @param venueIds the venues to work in; empty means all of them
 * @param language {@code zh} or {@code en}, or null to follow the browser
 */
public record HireEmployee(
        String loginName,
        String displayName,
        @Nullable String password,
        boolean mustChangePassword,
        Set<Role> roles,
        Set<Long> venueIds,
        @Nullable String language) {}
