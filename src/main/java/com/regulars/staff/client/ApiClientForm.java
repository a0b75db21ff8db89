package com.regulars.staff.client;

import com.regulars.shared.web.Length;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A new API client as typed. */
record ApiClientForm(
        @NotBlank @Length(max = 200) String name,
        @NotEmpty Set<Scope> scopes,
        @Nullable Set<Long> venueIds) {

    static ApiClientForm empty() {
        return new ApiClientForm("", Set.of(), Set.of());
    }

    Set<Long> venues() {
        return venueIds == null ? Set.of() : venueIds;
    }
}
