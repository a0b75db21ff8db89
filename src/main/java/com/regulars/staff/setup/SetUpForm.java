package com.regulars.staff.setup;

import com.regulars.venue.Brand;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;

/** What the first start asks for. */
record SetUpForm(
        @NotBlank String token,
        @NotBlank @Size(max = 200) String brandName,
        @NotNull Currency currency,
        @NotNull ZoneId zone,
        @NotBlank @Pattern(regexp = "zh|en") String language,
        @NotBlank @Pattern(regexp = "[A-Z]{2}") String phoneRegion,
        @NotBlank @Size(max = 200) String venueName,

        @NotBlank @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}")
        String venueCode,

        @NotNull LocalTime dayEnd,

        @NotBlank @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}")
        String loginName,

        @NotBlank @Size(max = 200) String displayName,
        @NotBlank String password,
        @NotBlank String again) {

    static SetUpForm start(String token, String language) {
        return new SetUpForm(
                token,
                "",
                Currency.getInstance("CNY"),
                ZoneId.of("Asia/Shanghai"),
                language,
                "CN",
                "",
                "main",
                LocalTime.of(4, 0),
                "",
                "",
                "",
                "");
    }

    SetUp toCommand() {
        var brand = new Brand(
                brandName.strip(),
                currency,
                Math.clamp(currency.getDefaultFractionDigits(), 0, 3),
                zone,
                phoneRegion,
                language);
        return new SetUp(brand, venueCode, venueName.strip(), dayEnd, loginName, displayName, password);
    }
}
