package com.regulars.venue;

import java.time.ZoneId;
import java.util.Currency;

/**
 * The brand this installation serves.
 *
 * @param minorDigits how many decimal digits the currency's minor unit has; CNY has two
 * @param phoneRegion region in which a phone number without country code is read, for example {@code CN}
 * @param language language of the brand, used where neither the user's nor the guest's is known
 */
public record Brand(
        String name, Currency currency, int minorDigits, ZoneId zone, String phoneRegion, String language) {}
