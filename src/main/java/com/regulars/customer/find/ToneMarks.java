package com.regulars.customer.find;

/** Writes a syllable with a tone number as it is printed: {@code zhang1} as {@code zhāng}, {@code lu:3} as {@code lǚ}. */
final class ToneMarks {

    private static final String[] MARKED = {"aāáǎà", "eēéěè", "iīíǐì", "oōóǒò", "uūúǔù", "üǖǘǚǜ"};

    private ToneMarks() {}

    static String of(String numbered) {
        int tone = numbered.charAt(numbered.length() - 1) - '0';
        String letters = numbered.substring(0, numbered.length() - 1).replace("u:", "ü");
        if (tone < 1 || tone > 4) {
            return letters;
        }
        int at = markedVowel(letters);
        return at < 0
                ? letters
                : letters.substring(0, at) + marked(letters.charAt(at), tone) + letters.substring(at + 1);
    }

    /** On a or e if there is one, on the o of ou, else on the last vowel. */
    private static int markedVowel(String letters) {
        for (String first : new String[] {"a", "e", "ou"}) {
            if (letters.contains(first)) {
                return letters.indexOf(first);
            }
        }
        for (int at = letters.length() - 1; at >= 0; at--) {
            if ("iouü".indexOf(letters.charAt(at)) >= 0) {
                return at;
            }
        }
        return -1;
    }

    private static char marked(char vowel, int tone) {
        for (String row : MARKED) {
            if (row.charAt(0) == vowel) {
                return row.charAt(tone);
            }
        }
        return vowel;
    }
}
