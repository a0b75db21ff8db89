package com.regulars.customer;

import com.regulars.shared.web.Length;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One field of {@link CustomerProfile}, read off the record itself, so that whatever walks over all fields learns of a
 * new one by itself. In the history of changes and in messages a field is known by its name.
 */
public record ProfileField(String name, Class<?> type, int longest, RecordComponent component) {

    public static final List<ProfileField> ALL = Arrays.stream(CustomerProfile.class.getRecordComponents())
            .map(ProfileField::of)
            .toList();

    private static final Constructor<CustomerProfile> CONSTRUCTOR = constructor();

    private static ProfileField of(RecordComponent component) {
        Length length = component.getAnnotation(Length.class);
        return new ProfileField(
                component.getName(), component.getType(), length == null ? Integer.MAX_VALUE : length.max(), component);
    }

    public static ProfileField named(String name) {
        return ALL.stream()
                .filter(field -> field.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A profile has no field " + name));
    }

    /** The profile that has these values. */
    public static CustomerProfile newProfile(Function<ProfileField, @Nullable Object> values) {
        try {
            return CONSTRUCTOR.newInstance(ALL.stream().map(values).toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a profile has in this field. */
    public @Nullable Object of(CustomerProfile profile) {
        try {
            return component.getAccessor().invoke(profile);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same as the history keeps it. */
    public @Nullable String textOf(CustomerProfile profile) {
        Object value = of(profile);
        return value == null ? null : value.toString();
    }

    private static Constructor<CustomerProfile> constructor() {
        try {
            return CustomerProfile.class.getDeclaredConstructor(
                    ALL.stream().map(ProfileField::type).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
