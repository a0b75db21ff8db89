package com.regulars.customer;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one edit makes of a profile. */
record Revision(long customerId, CustomerProfile before, CustomerProfile after) {

    /** One field that changes. */
    record Change(
            String field, @Nullable String before, @Nullable String after) {}

    List<Change> changes() {
        return Arrays.stream(ProfileField.values())
                .filter(field -> !Objects.equals(field.of(before), field.of(after)))
                .map(field -> new Change(field.word(), field.of(before), field.of(after)))
                .toList();
    }

    boolean renames() {
        return !before.name().equals(after.name());
    }

    boolean movesPhone() {
        return !Objects.equals(before.phone(), after.phone());
    }

    boolean changesConsent() {
        return !Objects.equals(before.consentPhone(), after.consentPhone())
                || !Objects.equals(before.consentSms(), after.consentSms())
                || !Objects.equals(before.consentEmail(), after.consentEmail());
    }
}
