package com.regulars.venue.web;

import com.regulars.shared.web.Length;
import com.regulars.venue.Brand;
import com.regulars.venue.Places;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/** The brand as typed. The currency is fixed at the first start: every amount in the ledger is in it. */
record BrandForm(
        @NotBlank @Length(max = 200) String name,
        @NotBlank String zone,
        @NotBlank String phoneRegion,
        @NotBlank @Pattern(regexp = "zh|en") String language) {

    static BrandForm of(Brand brand) {
        return new BrandForm(brand.name(), brand.zone().getId(), brand.phoneRegion(), brand.language());
    }

    Brand changed(Brand before, Places places) {
        return new Brand(
                name.strip(),
                before.currency(),
                before.minorDigits(),
                places.zone("zone", zone),
                places.region("phoneRegion", phoneRegion),
                language);
    }
}
