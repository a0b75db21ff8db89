package com.regulars.customer.find;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The plain form in which names and queries meet: lower case, half width, no accents, letters and digits only. */
final class SearchText {

    /** Longer terms are cut; two names that differ only behind it are both found. */
    static final int LONGEST_TERM = 60;

    /** Where the numbers of telephones live among the terms; no query can contain it. */
    static final String BACKWARDS = "~";

    private SearchText() {}

    static String plain(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        String bare = Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{Mn}+", "");
        StringBuilder plain = new StringBuilder(bare.length());
        Normalizer.normalize(bare, Normalizer.Form.NFC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(point -> appendFolded(plain, point));
        return plain.toString();
    }

    /** Letters that carry their stroke inside and are therefore left by the removal of accents. */
    private static void appendFolded(StringBuilder plain, int point) {
        switch (point) {
            case 'ø' -> plain.append('o');
            case 'ł' -> plain.append('l');
            case 'đ', 'ð' -> plain.append('d');
            case 'ı' -> plain.append('i');
            case 'æ' -> plain.append("ae");
            case 'œ' -> plain.append("oe");
            case 'þ' -> plain.append("th");
            default -> plain.appendCodePoint(point);
        }
    }

    /** Every ending of a plain name, so that the start of one is any part of the name. */
    static List<String> endings(String plainName) {
        List<String> endings = new ArrayList<>();
        for (int at = 0; at < plainName.length(); at = plainName.offsetByCodePoints(at, 1)) {
            String ending = cut(plainName.substring(at));
            if (at == 0 || ending.length() > 1 || isHan(ending.codePointAt(0))) {
                endings.add(ending);
            }
        }
        return endings;
    }

    /** The digits of a telephone number from its end, as a term of its own kind. */
    static String backwards(String phone) {
        return BACKWARDS + new StringBuilder(phone.replaceAll("[^0-9]", "")).reverse();
    }

    static boolean isHan(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
    }

    static String cut(String term) {
        return term.codePointCount(0, term.length()) <= LONGEST_TERM
                ? term
                : term.substring(0, term.offsetByCodePoints(0, LONGEST_TERM));
    }
}
