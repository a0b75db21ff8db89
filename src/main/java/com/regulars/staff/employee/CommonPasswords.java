package com.regulars.staff.employee;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** The passwords most people use, and what is made of nothing else. */
class CommonPasswords {

    /** Of the list that comes with zxcvbn, in the order of use. */
    static final int MOST_USED = 5_000;

    private static final int SHORTEST_WORD = 3;

    private final Set<String> known = Stream.concat(
                    lines("com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt", MOST_USED).stream(),
                    lines("staff/common-passwords.txt", Integer.MAX_VALUE).stream())
            .collect(Collectors.toUnmodifiableSet());

    /**
     * Whether a password is common ones and {@code own} words one after the other, with nothing between or around them
     * but digits and marks. Words that stand apart are a phrase, and a phrase may contain a common one.
     */
    boolean isStrungTogether(String plain, Collection<String> own) {
        if (known.contains(plain)) {
            return true;
        }
        boolean[] reached = new boolean[plain.length() + 1];
        boolean[] byWord = new boolean[plain.length() + 1];
        reached[0] = true;
        for (int end = 1; end <= plain.length(); end++) {
            boolean mark = !Character.isLetter(plain.charAt(end - 1)) && plain.charAt(end - 1) != ' ';
            reached[end] = mark && reached[end - 1];
            byWord[end] = mark && byWord[end - 1];
            for (int start = 0; start <= end - SHORTEST_WORD; start++) {
                if (reached[start] && isWord(plain.substring(start, end), own)) {
                    reached[end] = true;
                    byWord[end] = true;
                }
            }
        }
        return byWord[plain.length()];
    }

    private boolean isWord(String part, Collection<String> own) {
        return known.contains(part) || own.contains(part);
    }

    static Collection<String> lines(String resource, int most) {
        try (var reader = new BufferedReader(
                new InputStreamReader(new ClassPathResource(resource).getInputStream(), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .limit(most)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
