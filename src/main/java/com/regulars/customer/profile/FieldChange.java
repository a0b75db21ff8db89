package com.regulars.customer.profile;

import com.regulars.customer.CustomerProfile;
import com.regulars.customer.ProfileField;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One field of one card that got another value (R1.8).
 *
 * @param field a component of the profile, {@code stage} or {@code tags}
 */
public record FieldChange(
        long customerId,
        String field,
        @Nullable String before,
        @Nullable String after) {

    /** What differs between two profiles of a customer: the one place where the history of a profile is derived. */
    public static List<FieldChange> between(long customerId, CustomerProfile before, CustomerProfile after) {
        return ProfileField.ALL.stream()
                .filter(field -> !Objects.equals(field.textOf(before), field.textOf(after)))
                .map(field -> new FieldChange(customerId, field.name(), field.textOf(before), field.textOf(after)))
                .toList();
    }

    public static FieldChange tagPutOn(long customerId, String tag) {
        return new FieldChange(customerId, "tags", null, tag);
    }

    public static FieldChange tagTakenOff(long customerId, String tag) {
        return new FieldChange(customerId, "tags", tag, null);
    }
}
