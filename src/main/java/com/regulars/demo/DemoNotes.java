package com.regulars.demo;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.customer.CustomerEditing;
import com.regulars.customer.CustomerProfile;
import com.regulars.customer.EditCustomer;
import com.regulars.customer.GuestQueries;
import com.regulars.customer.observation.ObservationCategory;
import com.regulars.customer.observation.Observing;
import com.regulars.shared.time.ScopedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the house noticed about its guests: tastes, seats, allergies, and whether they may be called. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoNotes {

    private static final Map<ObservationCategory, String> KINDS = new EnumMap<>(Map.of(
            ObservationCategory.FLAVOUR, "observations.TASTE",
            ObservationCategory.SEAT, "observations.SEAT",
            ObservationCategory.DRINK, "observations.DRINK",
            ObservationCategory.PAYING, "observations.PAYMENT",
            ObservationCategory.REQUEST, "observations.REQUEST"));

    private final DemoWords words;
    private final DemoStaff staff;
    private final Observing observing;
    private final GuestQueries guests;
    private final CustomerEditing editing;

    void write(List<DemoGuest> guests, Map<String, Long> ids) {
        var hands = List.of(staff.actor("wuqian"), staff.actor("frontdesk"), staff.actor("shanxiaodong"));
        for (DemoGuest guest : guests) {
            var dice = new Dice(guest.ref().hashCode());
            long id = ids.getOrDefault(guest.ref(), 0L);
            if (!guest.visits().isEmpty() && dice.happens(0.45)) {
                observe(guest, id, dice.pick(hands), dice);
            }
            if (dice.happens(0.4)) {
                at(guest.registeredAt().plusSeconds(60), dice.pick(hands), () -> askConsent(id, dice));
            }
        }
    }

    private void observe(DemoGuest guest, long id, Actor by, Dice dice) {
        if (dice.happens(0.16)) {
            note(guest, id, ObservationCategory.DIETARY, dice.pick(words.words("allergies")), by, dice);
        }
        var categories = List.copyOf(KINDS.keySet());
        int count = dice.between(1, 3);
        for (int i = 0; i < count; i++) {
            var category = categories.get((guest.ref().hashCode() % 5 + 5 + i) % categories.size());
            String text = dice.pick(words.sentences(KINDS.getOrDefault(category, "observations.TASTE")));
            note(guest, id, category, text, by, dice);
        }
    }

    private void note(DemoGuest guest, long id, ObservationCategory category, String text, Actor by, Dice dice) {
        Instant seen = dice.pick(guest.visits()).at().minus(Duration.ofMinutes(dice.between(2, 40)));
        at(seen, by, () -> observing.note(id, category, text));
    }

    private void askConsent(long id, Dice dice) {
        var card = guests.get(id);
        var profile = card.profile();
        var asked = consenting(profile, dice.happens(0.75), dice.happens(0.6));
        editing.edit(new EditCustomer(id, card.version(), asked, null, card.tags()));
    }

    private static CustomerProfile consenting(CustomerProfile of, boolean phone, boolean sms) {
        boolean writesEnglish = of.name().codePoints().noneMatch(Character::isIdeographic);
        return of.with("language", writesEnglish ? "en" : "zh")
                .with("consentPhone", phone)
                .with("consentSms", sms)
                .with("consentEmail", of.email() != null);
    }

    private static void at(Instant at, Actor by, Runnable work) {
        ScopedClock.runAt(
                at,
                () -> CurrentActor.as(by, () -> {
                    work.run();
                    return by;
                }));
    }
}
