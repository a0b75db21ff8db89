package com.regulars.venue.web;

import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.venue.Brands;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an API client has to know about the brand before it sends an amount. */
@RestController
@Requires(Permission.SIGNED_IN)
@RequiredArgsConstructor
class BrandApi {

    private final Brands brands;

    /** The brand, its currency and how many digits the currency's minor unit has. */
    record BrandAnswer(String name, String currency, int minorDigits, String timeZone) {}

    @GetMapping("/api/v1/brand")
    BrandAnswer show() {
        var brand = brands.current();
        return new BrandAnswer(
                brand.name(),
                brand.currency().getCurrencyCode(),
                brand.minorDigits(),
                brand.zone().getId());
    }
}
