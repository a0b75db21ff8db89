package com.regulars.venue.web;

import com.regulars.shared.web.Length;
import com.regulars.venue.Brand;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.ZoneId;

/** The brand as typed. The currency is fixed at the first start: every amount in the ledger is in it. */
record BrandForm(
        @NotBlank @Length(max = 200) String name,
        @NotNull ZoneId zone,
        @NotBlank @Pattern(regexp = "[A-Z]{2}") String phoneRegion,
        @NotBlank @Pattern(regexp = "zh|en") String language) {

    static BrandForm of(Brand brand) {
        return new BrandForm(brand.name(), brand.zone(), brand.phoneRegion(), brand.language());
    }

    Brand changed(Brand before) {
        return new Brand(name.strip(), before.currency(), before.minorDigits(), zone, phoneRegion, language);
    }
}
