package com.regulars.shell.frame;

import com.regulars.shared.PlainText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/** Refuses text that misleads in any component of a form or a JSON body, by the name of the field. */
class PlainTextCheck implements Validator {

    @Override
    public boolean supports(Class<?> type) {
        return true;
    }

    @Override
    public void validate(Object target, Errors errors) {
        look("", target, errors);
    }

    private static void look(String path, @Nullable Object value, Errors errors) {
        if (value instanceof String text && !PlainText.is(text)) {
            errors.rejectValue(path.isEmpty() ? null : path, "plainText");
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                look(path + "[" + i + "]", list.get(i), errors);
            }
        } else if (value instanceof Record form && form.getClass().getName().startsWith("com.regulars.")) {
            for (RecordComponent one : form.getClass().getRecordComponents()) {
                look(path.isEmpty() ? one.getName() : path + "." + one.getName(), read(one, form), errors);
            }
        }
    }

    private static @Nullable Object read(RecordComponent component, Record form) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(form);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
