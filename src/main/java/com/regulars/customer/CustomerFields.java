package com.regulars.customer;

import com.regulars.shared.InvalidFieldException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the fields of a customer as they were typed, sent or imported, and refuses what makes no sense. */
@Component
@RequiredArgsConstructor
class CustomerFields {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\x{FFFD}]");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REFERENCE = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_TAG = 60;
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_POSITION = 100;
    private static final int LONGEST_NOTE = 2000;
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1850, 1, 1);

    private final PhoneNumbers phones;
    private final Clock clock;

    RegisterCustomer read(RegisterCustomer asked) {
        return new RegisterCustomer(
                asked.kind(),
                name(asked.name()),
                phones.normaliseOrRefuse("phone", asked.phone()),
                email(asked.email()),
                asked.gender(),
                birthday(asked.birthday()),
                text("externalRef", asked.externalRef(), LONGEST_REFERENCE),
                tags(asked.tags()));
    }

    /** A profile as it was typed, made readable. */
    CustomerProfile read(CustomerProfile typed) {
        return new CustomerProfile(
                typed.kind(),
                name(typed.name()),
                typed.gender(),
                birthday(typed.birthday()),
                phones.normaliseOrRefuse("phone", typed.phone()),
                email(typed.email()),
                text("address", typed.address(), LONGEST_LINE),
                typed.language(),
                text("employer", typed.employer(), LONGEST_NAME),
                text("position", typed.position(), LONGEST_POSITION),
                text("wonBy", typed.wonBy(), LONGEST_NAME),
                note(typed.note()),
                text("dietary", typed.dietary(), LONGEST_LINE),
                typed.consentPhone(),
                typed.consentSms(),
                typed.consentEmail(),
                typed.stage(),
                text("externalRef", typed.externalRef(), LONGEST_REFERENCE));
    }

    /** The one text of several lines. */
    private @Nullable String note(@Nullable String typed) {
        String flat = typed == null ? null : typed.replaceAll("\\R", "\n").replace("\t", " ");
        if (flat != null && flat.length() > LONGEST_NOTE) {
            throw new InvalidFieldException("note", "customer.tooLong", LONGEST_NOTE);
        }
        return flat == null || flat.isBlank() ? null : flat.strip().replace("\0", "");
    }

    String name(@Nullable String typed) {
        String name = text("name", typed, LONGEST_NAME);
        if (name == null) {
            throw new InvalidFieldException("name", "customer.name");
        }
        return name;
    }

    @Nullable
    String email(@Nullable String typed) {
        String email = text("email", typed, LONGEST_EMAIL);
        if (email != null && !EMAIL.matcher(email).matches()) {
            throw new InvalidFieldException("email", "customer.email", email);
        }
        return email;
    }

    @Nullable
    LocalDate birthday(@Nullable LocalDate typed) {
        if (typed != null
                && (typed.isBefore(FIRST_BIRTHDAY)
                        || typed.isAfter(LocalDate.now(clock).plusDays(1)))) {
            throw new InvalidFieldException("birthday", "customer.birthday", typed.toString());
        }
        return typed;
    }

    List<String> tags(List<String> typed) {
        return typed.stream()
                .map(tag -> text("tags", tag, LONGEST_TAG))
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The text without blanks around it, null when nothing is left. */
    @Nullable
    String text(String field, @Nullable String typed, int longest) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        if (text.codePointCount(0, text.length()) > longest) {
            throw new InvalidFieldException(field, "customer.tooLong", longest);
        }
        if (CONTROL.matcher(text).find()) {
            throw new InvalidFieldException(field, "customer.unreadable");
        }
        return text;
    }
}
