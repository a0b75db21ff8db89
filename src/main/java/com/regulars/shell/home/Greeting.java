package com.regulars.shell.home;

import com.regulars.venue.Brands;
import com.regulars.venue.CurrentVenue;
import com.regulars.venue.Venue;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Good morning, with the date at the venue. */
@Component
@RequiredArgsConstructor
class Greeting {

    private static final int NOON = 12;
    private static final int EVENING = 18;
    private static final int NIGHT_ENDS = 5;

    private final Clock clock;
    private final CurrentVenue currentVenue;
    private final Brands brands;

    /**
     * @param key the message that greets, with the name as its argument
     * @param date today at the venue, with the weekday and the time
     */
    record Greeted(String key, String date) {}

    Greeted now() {
        ZoneId zone = currentVenue
                .find()
                .map(Venue::zone)
                .orElseGet(() -> brands.current().zone());
        var now = clock.instant().atZone(zone);
        Locale locale = LocaleContextHolder.getLocale();
        return new Greeted(
                "shell.home." + partOfDay(now),
                DateTimeFormatter.ofPattern("yyyy-MM-dd EEEE HH:mm", locale).format(now));
    }

    private static String partOfDay(ZonedDateTime now) {
        int hour = now.getHour();
        if (hour < NIGHT_ENDS || hour >= EVENING) {
            return "evening";
        }
        return hour < NOON ? "morning" : "afternoon";
    }
}
