package com.regulars.card;

import java.security.SecureRandom;

/** The sixteen digits on a card; the last one is a Luhn check digit. Its {@code toString} is masked. */
public record CardNumber(String digits) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ISSUER = "6028";
    private static final int LENGTH = 16;

    public CardNumber {
        if (!digits.matches("[0-9]{16}")) {
            throw new IllegalArgumentException("A card number has sixteen digits");
        }
    }

    static CardNumber random() {
        var digits = new StringBuilder(ISSUER);
        while (digits.length() < LENGTH - 1) {
            digits.append((char) ('0' + RANDOM.nextInt(10)));
        }
        return new CardNumber(digits.append(checkDigit(digits)).toString());
    }

    /** True when the last digit fits the others, which catches every single mistyped digit. */
    public boolean isPlausible() {
        return checkDigit(digits.subSequence(0, LENGTH - 1)) == digits.charAt(LENGTH - 1);
    }

    /** {@code 6028 **** **** 2185}. */
    public String masked() {
        return digits.substring(0, 4) + " **** **** " + digits.substring(12);
    }

    @Override
    public String toString() {
        return masked();
    }

    private static char checkDigit(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
