package com.regulars.customer.profile;

import com.regulars.customer.CustomerProfile;
import com.regulars.customer.PhoneNumbers;
import com.regulars.customer.ProfileField;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.PlainText;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the fields of a customer as they were typed, sent or imported, and refuses what makes no sense. */
@Component
@RequiredArgsConstructor
public class ProfileReader {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\x{FFFD}]");
    private static final int LONGEST_TAG = 60;
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1850, 1, 1);

    private final PhoneNumbers phones;
    private final Clock clock;

    /** A profile as it was typed, made readable. */
    public CustomerProfile read(CustomerProfile typed) {
        return ProfileField.newProfile(field -> read(field, field.of(typed)));
    }

    private @Nullable Object read(ProfileField field, @Nullable Object typed) {
        return switch (field.name()) {
            case "name" -> name((String) typed);
            case "phone" -> phones.normaliseOrRefuse("phone", (String) typed);
            case "email" -> email((String) typed);
            case "birthday" -> birthday((LocalDate) typed);
            case "note" -> lines(field, (String) typed);
            default -> typed instanceof String text ? text(field.name(), text, field.longest()) : typed;
        };
    }

    /** The one text of several lines. */
    private static @Nullable String lines(ProfileField field, @Nullable String typed) {
        String flat = typed == null ? null : typed.replaceAll("\\R", "\n").replace("\t", " ");
        if (flat != null && flat.length() > field.longest()) {
            throw new InvalidFieldException(field.name(), "customer.tooLong", field.longest());
        }
        return flat == null || flat.isBlank() ? null : flat.strip().replace("\0", "");
    }

    public String name(@Nullable String typed) {
        String name = text("name", typed);
        if (name == null) {
            throw new InvalidFieldException("name", "customer.name");
        }
        return name;
    }

    @Nullable
    public String email(@Nullable String typed) {
        String email = text("email", typed);
        if (email != null && !EMAIL.matcher(email).matches()) {
            throw new InvalidFieldException("email", "customer.email", email);
        }
        return email;
    }

    @Nullable
    public LocalDate birthday(@Nullable LocalDate typed) {
        if (typed != null
                && (typed.isBefore(FIRST_BIRTHDAY)
                        || typed.isAfter(LocalDate.now(clock).plusDays(1)))) {
            throw new InvalidFieldException("birthday", "customer.birthday", typed.toString());
        }
        return typed;
    }

    public List<String> tags(List<String> typed) {
        return typed.stream()
                .map(tag -> text("tags", tag, LONGEST_TAG))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** A text that may be as long as the field of the profile. */
    private @Nullable String text(String field, @Nullable String typed) {
        return text(field, typed, ProfileField.named(field).longest());
    }

    /** The text without blanks around it, null when nothing is left. */
    public @Nullable String text(String field, @Nullable String typed, int longest) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        if (text.codePointCount(0, text.length()) > longest) {
            throw new InvalidFieldException(field, "customer.tooLong", longest);
        }
        if (CONTROL.matcher(text).find() || !PlainText.is(text)) {
            throw new InvalidFieldException(field, "customer.unreadable");
        }
        return text;
    }
}
