package com.regulars.customer.find;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.sourceforge.pinyin4j.PinyinHelper;

/** How Chinese names are spelt and said: every reading of each character for finding, the likely one for showing. */
public final class Pinyin {

    /** A long name of many-voiced characters has millions of spellings; beyond these only first readings count. */
    private static final int MOST_SPELLINGS = 64;

    private Pinyin() {}

    /** Full spellings and initials of a plain name, in lower case without tones; none when it has no Chinese character. */
    static Set<String> spellings(String plainName) {
        if (plainName.codePoints().noneMatch(SearchText::isHan)) {
            return Set.of();
        }
        Set<String> full = Set.of("");
        Set<String> initials = Set.of("");
        for (int point : plainName.codePoints().toArray()) {
            Set<String> readings = readings(point);
            full = combine(full, readings);
            Set<String> firsts = new LinkedHashSet<>();
            readings.forEach(reading -> firsts.add(reading.substring(0, 1)));
            initials = combine(initials, firsts);
        }
        Set<String> all = new LinkedHashSet<>();
        full.forEach(spelling -> all.add(SearchText.cut(spelling)));
        initials.forEach(spelling -> all.add(SearchText.cut(spelling)));
        return all;
    }

    private static Set<String> combine(Set<String> starts, Set<String> readings) {
        boolean tooMany = starts.size() * readings.size() > MOST_SPELLINGS;
        Set<String> longer = new LinkedHashSet<>();
        for (String start : starts) {
            for (String reading : readings) {
                longer.add(start + reading);
                if (tooMany) {
                    break;
                }
            }
        }
        return longer;
    }

    /** Every reading of one character without tone, surname readings first; the character itself when it has none. */
    private static Set<String> readings(int point) {
        Set<String> readings = new LinkedHashSet<>();
        for (String spoken : spoken(point)) {
            String letters = spoken.substring(0, spoken.length() - 1);
            readings.add(letters.replace("u:", "v"));
            readings.add(letters.replace("u:", "u"));
        }
        return readings.isEmpty() ? Set.of(Character.toString(point)) : readings;
    }

    private static List<String> spoken(int point) {
        List<String> spoken = new ArrayList<>(SurnameReadings.of(point));
        if (Character.isBmpCodePoint(point) && SearchText.isHan(point)) {
            String[] found = PinyinHelper.toHanyuPinyinStringArray((char) point);
            if (found != null) {
                spoken.addAll(List.of(found));
            }
        }
        return spoken;
    }

    /** The name as it is said, with tone marks: {@code Zhāng Jiànguó}; empty when it is not all Chinese characters. */
    public static String spokenName(String name) {
        if (!name.codePoints().allMatch(SearchText::isHan)) {
            return "";
        }
        int[] points = name.codePoints().toArray();
        int surname = SurnameReadings.lengthOfSurname(name);
        List<String> together = surname == 2 ? SurnameReadings.ofTwo(name.substring(0, 2)) : List.of();
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < points.length; i++) {
            if (i == surname) {
                close(words, word);
            }
            List<String> spoken = i < together.size()
                    ? List.of(together.get(i))
                    : i < surname ? spoken(points[i]) : givenNameReadings(points[i]);
            word.append(spoken.isEmpty() ? Character.toString(points[i]) : ToneMarks.of(spoken.getFirst()));
        }
        close(words, word);
        return words.toString();
    }

    private static List<String> givenNameReadings(int point) {
        List<String> spoken = spoken(point);
        return spoken.subList(
                Math.min(SurnameReadings.of(point).size(), Math.max(spoken.size() - 1, 0)), spoken.size());
    }

    private static void close(StringBuilder words, StringBuilder word) {
        if (!word.isEmpty()) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(Character.toUpperCase(word.charAt(0)))
                    .append(word, 1, word.length());
            word.setLength(0);
        }
    }
}
