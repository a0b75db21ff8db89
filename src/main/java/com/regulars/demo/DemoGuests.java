package com.regulars.demo;

import com.regulars.customer.CustomerKind;
import com.regulars.customer.Gender;
import com.regulars.customer.RegisterCustomer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes up the sample guests: the same ones each time, with visits that end today. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoGuests {

    private static final long SEED = 20_261_122;
    private static final List<Habit> HABITS = List.of(Habit.values());

    /** In the order of {@link Habit}: of a hundred guests so many. */
    private static final int[] SHARES = {19, 14, 30, 23, 8, 6};

    private final DemoWords words;

    /** The guests in the order in which they were registered. */
    List<DemoGuest> make(int count, Instant now) {
        var dice = new Dice(SEED);
        var calendar = new VisitCalendar(dice, now);
        List<DemoGuest> guests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            guests.add(guest(i, count, dice, calendar));
        }
        guests.sort(Comparator.comparing(DemoGuest::registeredAt));
        return guests;
    }

    private DemoGuest guest(int index, int count, Dice dice, VisitCalendar calendar) {
        String ref = "demo-%05d".formatted(index + 1);
        CustomerKind kind = kind(index, count);
        Habit habit = kind == CustomerKind.ORGANISATION
                ? dice.weighted(List.of(Habit.FEAST, Habit.HOUSE_FRIEND), 60, 40)
                : dice.weighted(HABITS, SHARES);
        RegisterCustomer card = card(index, kind, habit, ref, calendar, dice);
        var visits = calendar.visits(ref, habit);
        Instant first =
                visits.isEmpty() ? calendar.recently() : visits.getFirst().at();
        return new DemoGuest(card, habit, first.minus(Duration.ofMinutes(50)), programme(kind, habit, dice), visits);
    }

    /** The first few of every hundred are organisations and households. */
    private CustomerKind kind(int index, int count) {
        int organisations = Math.min(words.words("organisations").size(), 1 + count / 50);
        int households = Math.min(words.words("households").size(), 1 + count / 125);
        if (index < organisations) {
            return CustomerKind.ORGANISATION;
        }
        return index < organisations + households ? CustomerKind.HOUSEHOLD : CustomerKind.PERSON;
    }

    private RegisterCustomer card(
            int index, CustomerKind kind, Habit habit, String ref, VisitCalendar calendar, Dice dice) {
        Gender gender = dice.pick(List.of(Gender.F, Gender.M));
        boolean person = kind == CustomerKind.PERSON;
        return new RegisterCustomer(
                kind,
                name(index, kind, gender, dice),
                phone(index),
                dice.happens(0.2) ? "guest%d@example.com".formatted(index + 1) : null,
                person ? gender : null,
                person && dice.happens(0.7) ? birthday(calendar, dice) : null,
                ref,
                tags(kind, habit, dice));
    }

    private String name(int index, CustomerKind kind, Gender gender, Dice dice) {
        if (kind == CustomerKind.ORGANISATION) {
            return words.words("organisations").get(index);
        }
        if (kind == CustomerKind.HOUSEHOLD) {
            var households = words.words("households");
            return households.get(index % households.size());
        }
        if (index % 50 == 49) {
            var foreigners = words.words("englishNames");
            return foreigners.get(index / 50 % foreigners.size());
        }
        String given = dice.pick(words.words(gender == Gender.F ? "givenNamesFemale" : "givenNamesMale"));
        return dice.pick(words.words("surnames")) + given;
    }

    /** A Chinese mobile number that is well-formed and yet plainly a sample: 138 0000 and four digits. */
    private static String phone(int index) {
        int block = index / 10_000;
        return "13%d0000%04d".formatted(8 - block % 9, (index % 10_000 + 1) * 7919 % 10_000);
    }

    private static LocalDate birthday(VisitCalendar calendar, Dice dice) {
        return calendar.today().minusYears(dice.between(19, 74)).minusDays(dice.between(0, 364));
    }

    private static List<String> tags(CustomerKind kind, Habit habit, Dice dice) {
        List<String> tags = new ArrayList<>();
        if (kind == CustomerKind.ORGANISATION) {
            tags.add("商务宴请");
        }
        if (habit == Habit.NOODLE_LUNCH && dice.happens(0.5)) {
            tags.add("附近上班");
        }
        if (habit == Habit.HOUSE_FRIEND && dice.happens(0.5)) {
            tags.add("老朋友");
        }
        if (dice.happens(0.12)) {
            tags.add(dice.pick(List.of("家庭聚餐", "爱吃辣", "带小孩", "游客", "素食")));
        }
        return tags;
    }

    private static @Nullable String programme(CustomerKind kind, Habit habit, Dice dice) {
        if (kind == CustomerKind.ORGANISATION) {
            return DemoProgrammes.STORED;
        }
        var codes =
                List.of(DemoProgrammes.STORED, DemoProgrammes.POINTS, DemoProgrammes.MEMBER, DemoProgrammes.GOLD, "");
        String code = switch (habit) {
            case HOUSE_FRIEND -> dice.weighted(codes, 34, 13, 0, 38, 15);
            case FEAST -> dice.weighted(codes, 38, 0, 0, 17, 45);
            case NOODLE_LUNCH -> dice.weighted(codes, 0, 33, 18, 9, 40);
            case PASSER_BY -> dice.weighted(codes, 0, 12, 3, 0, 85);
            case LAPSED, NEWCOMER -> "";
        };
        return code.isEmpty() ? null : code;
    }
}
