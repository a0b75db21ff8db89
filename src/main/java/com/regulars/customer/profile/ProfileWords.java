package com.regulars.customer.profile;

import com.regulars.customer.PhoneNumbers;
import com.regulars.customer.ProfileField;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The values of fields as people read them: words in the reader's language, contact data masked (R1.9). */
@Component
@RequiredArgsConstructor
public class ProfileWords {

    /** Fields whose values are words of the program; the text is the message {@code customer.<field>.<value>}. */
    private static final Set<String> WORDS = Stream.concat(
                    Stream.of("language", "stage"),
                    ProfileField.ALL.stream()
                            .filter(field -> field.type().isEnum())
                            .map(ProfileField::name))
            .collect(Collectors.toSet());

    private static final Set<String> CONSENTS = ProfileField.ALL.stream()
            .filter(field -> field.type().equals(Boolean.class))
            .map(ProfileField::name)
            .collect(Collectors.toSet());

    private final PhoneNumbers phones;
    private final MessageSource messages;

    /** The text of a value as the history keeps it; null stays null. */
    public @Nullable String readable(String field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        if (WORDS.contains(field)) {
            return text("customer." + field + "." + value, value);
        }
        if (CONSENTS.contains(field)) {
            return text("customer.consent." + value, value);
        }
        return switch (field) {
            case "phone" -> phones.mask(value);
            case "email" -> Emails.mask(value);
            default -> value;
        };
    }

    private String text(String key, String otherwise) {
        return String.valueOf(messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale()));
    }
}
