package com.regulars.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.regulars.shared.InvalidFieldException;
import com.regulars.venue.Brands;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads, writes and masks telephone numbers; a number without a country code belongs to the brand's region. */
@Component("phones")
@RequiredArgsConstructor
public class PhoneNumbers {

    private static final int SHOWN_TAIL = 4;
    private static final int HIDDEN = 4;

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final Brands brands;

    /** The number as E.164, for example {@code +8613812345521}; empty when no telephone has it. */
    public Optional<String> normalise(String typed) {
        try {
            var number = numbers.parse(typed, brands.current().phoneRegion());
            return numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException unreadable) {
            return Optional.empty();
        }
    }

    /** The number as E.164, or null for none. */
    @Nullable
    public String normaliseOrRefuse(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return normalise(typed).orElseThrow(() -> new InvalidFieldException(field, "customer.phone", typed));
    }

    /** As people of the brand's region write it: without country code at home, with it otherwise. */
    public String readable(String e164) {
        try {
            var number = numbers.parse(e164, null);
            return isAtHome(number.getCountryCode())
                    ? numbers.format(number, PhoneNumberFormat.NATIONAL).replaceAll("[^0-9]", "")
                    : numbers.format(number, PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException neverStored) {
            return e164;
        }
    }

    /** {@code 138****5521}: enough to recognise, too little to call (R1.9). */
    public @Nullable String mask(@Nullable String e164) {
        if (e164 == null) {
            return null;
        }
        String readable = readable(e164);
        int length = readable.length();
        if (length <= SHOWN_TAIL + HIDDEN) {
            return "*".repeat(HIDDEN) + readable.substring(Math.max(length - 2, 0));
        }
        return readable.substring(0, length - SHOWN_TAIL - HIDDEN)
                + "*".repeat(HIDDEN)
                + readable.substring(length - SHOWN_TAIL);
    }

    private boolean isAtHome(int countryCode) {
        return numbers.getCountryCodeForRegion(brands.current().phoneRegion()) == countryCode;
    }
}
