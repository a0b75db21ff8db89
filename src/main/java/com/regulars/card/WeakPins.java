package com.regulars.card;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The PINs that whoever finds a card tries first: one digit six times, a run by one up or down, the guest's birthday. */
final class WeakPins {

    private static final List<DateTimeFormatter> BIRTHDAYS = List.of(
            DateTimeFormatter.ofPattern("yyMMdd"),
            DateTimeFormatter.ofPattern("ddMMyy"),
            DateTimeFormatter.ofPattern("MMddyy"));

    private WeakPins() {}

    /** @param pin six digits */
    static boolean has(String pin, @Nullable LocalDate birthday) {
        return List.of(-1, 0, 1).stream().anyMatch(step -> isRun(pin, step))
                || birthday != null
                        && BIRTHDAYS.stream()
                                .anyMatch(written -> written.format(birthday).equals(pin));
    }

    private static boolean isRun(String pin, int step) {
        return IntStream.range(1, pin.length()).allMatch(i -> pin.charAt(i) - pin.charAt(i - 1) == step);
    }
}
