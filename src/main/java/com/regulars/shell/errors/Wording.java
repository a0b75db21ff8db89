package com.regulars.shell.errors;

import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words of a failure from the message bundles, in the language of the running request. */
@Component
@RequiredArgsConstructor
class Wording {

    private final MessageSource messages;

    /** The text behind a key, or {@code fallback} when no module has worded it. */
    String say(String key, String fallback, Object... args) {
        String text = messages.getMessage(key, args, fallback, language());
        return text == null ? fallback : text;
    }

    /** The sentence for one of the general codes. */
    String problem(String code, Object... args) {
        return say("problem." + code, code, args);
    }

    @Nullable
    String find(String key, Object... args) {
        return messages.getMessage(key, args, null, language());
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }
}
