package com.regulars.customer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a row of an import file says it; null is "not said".
 *
 * @param importKey names a row that has neither reference nor telephone number
 */
record ImportedCustomer(
        String name,
        @Nullable CustomerKind kind,
        @Nullable String phone,
        @Nullable String email,
        @Nullable Gender gender,
        @Nullable LocalDate birthday,
        @Nullable String externalRef,
        @Nullable String importKey,
        List<String> tags) {

    CustomerProfile asNew() {
        return new CustomerProfile(
                kind == null ? CustomerKind.PERSON : kind,
                name,
                gender,
                birthday,
                phone,
                email,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                LifecycleStage.POTENTIAL,
                externalRef);
    }
}
