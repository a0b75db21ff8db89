package com.regulars.staff.setup;

import com.regulars.venue.Brand;
import com.regulars.venue.Places;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;

/** What the first start asks for. */
record SetUpForm(
        @NotBlank String token,
        @NotBlank @Size(max = 200) String brandName,
        @NotBlank String currency,
        @NotBlank String zone,
        @NotBlank @Pattern(regexp = "zh|en") String language,
        @NotBlank String phoneRegion,
        @NotBlank @Size(max = 200) String venueName,

        @NotBlank @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}")
        String venueCode,

        @NotBlank @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]")
        String dayEnd,

        @NotBlank @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}")
        String loginName,

        @NotBlank @Size(max = 200) String displayName,
        @NotBlank String password,
        @NotBlank String again) {

    static SetUpForm start(String token, String language) {
        return new SetUpForm(token, "", "CNY", "Asia/Shanghai", language, "CN", "", "main", "04:00", "", "", "", "");
    }

    SetUp toCommand(Places places) {
        var money = places.currency("currency", currency);
        var brand = new Brand(
                brandName.strip(),
                money,
                money.getDefaultFractionDigits(),
                places.zone("zone", zone),
                places.region("phoneRegion", phoneRegion),
                language);
        return new SetUp(
                brand, venueCode, venueName.strip(), LocalTime.parse(dayEnd), loginName, displayName, password);
    }
}
