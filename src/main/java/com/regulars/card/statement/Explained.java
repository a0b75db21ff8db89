package com.regulars.card.statement;

import com.regulars.venue.MoneyFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Why an entry was made, kept as a message key and its arguments so that every reader gets it in his own language. An
 * explanation that is no key is shown as it is.
 */
@Component
@RequiredArgsConstructor
public class Explained {

    private static final String PREFIX = "card.explain.";
    private static final int LONGEST = 500;

    private final MessageSource messages;
    private final MoneyFormat money;

    /** An amount among the arguments of an explanation. */
    public record Amount(long minor) {}

    /** Writes an explanation; arguments are {@link Amount}, numbers, dates and text. */
    public static String as(String key, Object... args) {
        String text = Stream.concat(Stream.of(PREFIX + key), Arrays.stream(args).map(Explained::written))
                .collect(Collectors.joining("|"));
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static String written(Object arg) {
        return switch (arg) {
            case Amount amount -> "m" + amount.minor();
            case Long number -> "n" + number;
            case LocalDate date -> "t" + date;
            default -> "t" + String.valueOf(arg).replace('|', '/');
        };
    }

    String inWords(String explanation, Locale locale) {
        if (!explanation.startsWith(PREFIX)) {
            return explanation;
        }
        String[] parts = explanation.split("\\|");
        Object[] args = Arrays.stream(parts).skip(1).map(this::shown).toArray();
        return Objects.requireNonNullElse(messages.getMessage(parts[0], args, explanation, locale), explanation);
    }

    private String shown(String arg) {
        String value = arg.substring(1);
        return switch (arg.charAt(0)) {
            case 'm' -> money.plain(Long.parseLong(value));
            case 'n' -> money.count(Long.parseLong(value));
            default -> value;
        };
    }
}
