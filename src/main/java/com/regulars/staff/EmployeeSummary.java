package com.regulars.staff;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An employee as lists and pages show one; without venues means in all of them. */
public record EmployeeSummary(
        long id,
        String loginName,
        String displayName,
        Set<Role> roles,
        Set<Long> venueIds,
        boolean active,
        boolean hasPassword,
        @Nullable String language,
        @Nullable Instant lastSignInAt,
        int version) {}
