package com.regulars.customer;

import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.venue.TimeFormat;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who the guest is; telephone number and e-mail address masked until somebody asks (R1.1, R1.9). */
@Component
@RequiredArgsConstructor
class ProfilePanel implements CustomerPanel {

    /** A card is looked over every two months (R1.8). */
    private static final int REVIEW_DAYS = 60;

    private static final int BIRTHDAY_NOTICE_DAYS = 7;

    /** Fields that the head of the page or the template shows in a way of their own; all others are listed. */
    private static final Set<String> SHOWN_APART = Set.of(
            "kind",
            "name",
            "gender",
            "birthday",
            "phone",
            "email",
            "employer",
            "position",
            "note",
            "dietary",
            "consentPhone",
            "consentSms",
            "consentEmail");

    private final GuestQueries guests;
    private final PhoneNumbers phones;
    private final ProfileWords words;
    private final CurrentActor currentActor;
    private final TimeFormat times;

    @Override
    public String key() {
        return "profile";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Column column() {
        return Column.LEFT;
    }

    @Override
    public Permission permission() {
        return Permission.CUSTOMER_READ;
    }

    @Override
    public String fragment() {
        return "customer/_panels :: profile";
    }

    @Override
    public Map<String, Object> model(long customerId) {
        var card = guests.get(customerId);
        var profile = card.profile();
        var today = times.today();
        Map<String, Object> model = new HashMap<>();
        model.put("profile", profile);
        model.put("facts", facts(profile));
        model.put("phone", phones.mask(profile.phone()));
        model.put("email", Emails.mask(profile.email()));
        model.put("birthdayInDays", birthdayInDays(profile.birthday(), today));
        model.put("age", profile.birthday() == null ? null : ChronoUnit.YEARS.between(profile.birthday(), today));
        model.put("confirmedOn", times.date(card.confirmedAt()));
        model.put("reviewInDays", reviewInDays(card, today));
        model.put("mayEdit", currentActor.get().may(Permission.CUSTOMER_EDIT));
        model.put("mayReveal", currentActor.get().may(Permission.CUSTOMER_REVEAL));
        return model;
    }

    /** A field that is listed, and its value in the reader's language. */
    record Fact(String field, String value) {}

    private List<Fact> facts(CustomerProfile profile) {
        List<Fact> facts = new ArrayList<>();
        for (ProfileField field : ProfileField.ALL) {
            String value = words.readable(field.name(), field.textOf(profile));
            if (value != null && !SHOWN_APART.contains(field.name())) {
                facts.add(new Fact(field.name(), value));
            }
        }
        return facts;
    }

    private long reviewInDays(GuestOnPage card, LocalDate today) {
        var due = times.local(card.confirmedAt()).toLocalDate().plusDays(REVIEW_DAYS);
        return ChronoUnit.DAYS.between(today, due);
    }

    /** How many days to the birthday, when it is near enough to be worth a word. */
    private static @Nullable Long birthdayInDays(@Nullable LocalDate birthday, LocalDate today) {
        if (birthday == null) {
            return null;
        }
        var next = birthday.withYear(today.getYear());
        if (next.isBefore(today)) {
            next = birthday.withYear(today.getYear() + 1);
        }
        long days = ChronoUnit.DAYS.between(today, next);
        return days <= BIRTHDAY_NOTICE_DAYS ? days : null;
    }
}
