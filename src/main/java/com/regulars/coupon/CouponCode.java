package com.regulars.coupon;

import java.security.SecureRandom;
import java.util.Locale;

/** Codes of coupons: sixteen random characters that are not mistaken for each other, 80 bits, so that none is guessed. */
final class CouponCode {

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private CouponCode() {}

    static String random() {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /** As it was meant, however it was typed: with spaces, hyphens or small letters, O for 0, I and L for 1. */
    static String typed(String code) {
        return code.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
