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

    /** What becomes of the profile of a known customer: what the row leaves out stays, and so does a reference. */
    CustomerProfile over(CustomerProfile before) {
        return before.withKnown("kind", kind)
                .with("name", name)
                .withKnown("gender", gender)
                .withKnown("birthday", birthday)
                .withKnown("phone", phone)
                .withKnown("email", email)
                .withKnown("externalRef", before.externalRef() == null ? externalRef : null);
    }

    CustomerKind kindOrPerson() {
        return kind == null ? CustomerKind.PERSON : kind;
    }
}
