package com.regulars.venue.web;

import com.regulars.shared.web.Length;
import com.regulars.venue.Venue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A venue as typed. The code never changes, because tills and imports use it. */
record VenueForm(
        @NotBlank @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}")
        String code,

        @NotBlank @Length(max = 200) String name,
        @NotBlank String zone,

        @NotBlank @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]")
        String dayEnd,

        @Nullable @Size(max = 300) String address,
        @Nullable @Size(max = 40) String phone) {

    static VenueForm empty(ZoneId zone) {
        return new VenueForm("", "", zone.getId(), "04:00", "", "");
    }

    static VenueForm of(Venue venue) {
        return new VenueForm(
                venue.code(),
                venue.name(),
                venue.zone().getId(),
                venue.dayEnd().toString(),
                venue.address(),
                venue.phone());
    }
}
