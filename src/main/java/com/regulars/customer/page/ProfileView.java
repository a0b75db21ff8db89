package com.regulars.customer.page;

import com.regulars.access.Permission;
import com.regulars.customer.CustomerProfile;
import com.regulars.customer.GuestOnPage;
import com.regulars.customer.ProfileField;
import com.regulars.customer.profile.ProfileWords;
import com.regulars.venue.TimeFormat;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who the guest is, as the page tells it; contact data masked until somebody asks (R1.1, R1.9). */
@Component
@RequiredArgsConstructor
class ProfileView {

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

    private final ProfileWords words;
    private final TimeFormat times;

    /**
     * The panel of the profile.
     *
     * @param facts the fields that are listed one by one
     * @param phone masked, as {@code email}
     * @param birthdayInDays null unless the birthday is near enough to be worth a word
     * @param reviewInDays negative when the card is overdue
     */
    record ProfilePanel(
            CustomerProfile profile,
            List<Fact> facts,
            @Nullable String phone,
            @Nullable String email,
            @Nullable Long birthdayInDays,
            @Nullable Long age,
            LocalDate confirmedOn,
            long reviewInDays,
            boolean mayEdit,
            boolean mayReveal) {}

    /** A field and its value in the reader's language. */
    record Fact(String field, @Nullable String value) {}

    ProfilePanel panel(GuestOnPage guest, GuestPageParts page) {
        CustomerProfile profile = guest.profile();
        LocalDate birthday = profile.birthday();
        LocalDate confirmedOn = times.local(guest.confirmedAt()).toLocalDate();
        var today = times.today();
        return new ProfilePanel(
                profile,
                facts(profile),
                words.readable("phone", profile.phone()),
                words.readable("email", profile.email()),
                birthdayInDays(birthday, today),
                birthday == null ? null : ChronoUnit.YEARS.between(birthday, today),
                confirmedOn,
                ChronoUnit.DAYS.between(today, confirmedOn.plusDays(REVIEW_DAYS)),
                page.viewerMay(Permission.CUSTOMER_EDIT),
                page.viewerMay(Permission.CUSTOMER_REVEAL));
    }

    private List<Fact> facts(CustomerProfile profile) {
        return ProfileField.ALL.stream()
                .filter(field -> !SHOWN_APART.contains(field.name()))
                .map(field -> new Fact(field.name(), words.readable(field.name(), field.textOf(profile))))
                .filter(fact -> fact.value() != null)
                .toList();
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
