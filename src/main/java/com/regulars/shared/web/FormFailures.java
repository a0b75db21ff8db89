package com.regulars.shared.web;

import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.RefusedException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.NotReadablePropertyException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Puts what a command refused beside the form it came from, so that the form can be shown again with 422. */
public final class FormFailures {

    private FormFailures() {}

    /** Whether {@code command} went through; what it refused is among {@code errors} otherwise. */
    public static boolean accepts(BindingResult errors, Runnable command) {
        return answer(errors, () -> {
                    command.run();
                    return true;
                })
                .isPresent();
    }

    /** What {@code command} answers; nothing when it refused, and the reason is among {@code errors} then. */
    public static <T> Optional<T> answer(BindingResult errors, Supplier<T> command) {
        try {
            return Optional.of(command.get());
        } catch (InvalidFieldException invalid) {
            addTo(errors, invalid);
        } catch (RefusedException refused) {
            addTo(errors, refused);
        }
        return Optional.empty();
    }

    public static void addTo(BindingResult errors, InvalidFieldException invalid) {
        String[] keys = {"invalid." + invalid.getCode()};
        errors.addError(new FieldError(
                errors.getObjectName(),
                invalid.getField(),
                typed(errors, invalid.getField()),
                false,
                keys,
                invalid.getArgs(),
                invalid.getCode()));
    }

    public static void addTo(BindingResult errors, RefusedException refused) {
        String[] keys = {"refused." + refused.getCode()};
        errors.addError(
                new ObjectError(errors.getObjectName(), keys, refused.getArgs().toArray(), refused.getCode()));
    }

    private static @Nullable Object typed(BindingResult errors, String field) {
        try {
            return errors.getRawFieldValue(field);
        } catch (NotReadablePropertyException notAFieldOfTheForm) {
            return null;
        }
    }
}
