package com.regulars.venue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * An amount as people type it: {@code 1200.5}, {@code 1,200.50}, {@code ￥1,200}, {@code １２００}, {@code 1200元}. A comma
 * only ever stands before three digits, so that 12,50 is refused and not read as 1,250.
 */
final class TypedAmount {

    static final long LARGEST_MINOR = 1_000_000_000_000L;

    private static final Pattern SIGNS = Pattern.compile("^(?:[¥$€£]|CNY|RMB)|元$");
    private static final Pattern AMOUNT =
            Pattern.compile("(?:[0-9]{1,13}|[0-9]{1,3}(?:,[0-9]{3}){1,4})(?:\\.[0-9]{1,4})?");

    private TypedAmount() {}

    /** In minor units; empty when it is no amount, has decimals the currency has not, or is above 10^12 minor units. */
    static OptionalLong minor(String text, int minorDigits) {
        String plain = SIGNS.matcher(narrow(text)).replaceAll("");
        if (!AMOUNT.matcher(plain).matches()) {
            return OptionalLong.empty();
        }
        try {
            long minor = new BigDecimal(plain.replace(",", ""))
                    .movePointRight(minorDigits)
                    .setScale(0, RoundingMode.UNNECESSARY)
                    .longValueExact();
            return minor <= LARGEST_MINOR ? OptionalLong.of(minor) : OptionalLong.empty();
        } catch (ArithmeticException tooManyDecimals) {
            return OptionalLong.empty();
        }
    }

    /** Full-width signs as a Chinese keyboard writes them become ordinary ones, blanks go. */
    private static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('。', '.')
                .replaceAll("[\\s\\u00a0]", "");
    }
}
