package com.regulars.menu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * The words a dish is found by: its code, its name, and pinyin and initials of the name in every reading. They stand in
 * one column, each with a space before it, so that "starts with" is one LIKE.
 */
final class DishSearchTerms {

    private static final int MOST_READINGS = 32;

    private DishSearchTerms() {}

    static String of(String code, String name) {
        Set<String> terms = new LinkedHashSet<>();
        terms.add(code.toLowerCase(Locale.ROOT));
        terms.add(name.toLowerCase(Locale.ROOT).replace(" ", ""));
        terms.addAll(spelled(name, false));
        terms.addAll(spelled(name, true));
        return " " + String.join(" ", terms);
    }

    private static List<String> spelled(String name, boolean initialsOnly) {
        List<String> spellings = List.of("");
        for (char character : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(character)) {
                spellings = append(spellings, readings(character, initialsOnly));
            }
        }
        return spellings;
    }

    private static List<String> append(List<String> spellings, Set<String> readings) {
        List<String> longer = new ArrayList<>();
        for (String reading : readings) {
            spellings.forEach(spelling -> longer.add(spelling + reading));
        }
        return longer.subList(0, Math.min(longer.size(), MOST_READINGS));
    }

    private static Set<String> readings(char character, boolean initialsOnly) {
        String[] pinyin = PinyinHelper.toHanyuPinyinStringArray(character);
        if (pinyin == null) {
            return Set.of(String.valueOf(character));
        }
        Set<String> readings = new TreeSet<>();
        Arrays.stream(pinyin)
                .map(reading -> reading.replaceAll("[0-9]", "").replace("u:", "v"))
                .map(reading -> initialsOnly ? reading.substring(0, 1) : reading)
                .forEach(readings::add);
        return readings;
    }
}
