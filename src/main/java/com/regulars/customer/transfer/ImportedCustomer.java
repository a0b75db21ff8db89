package com.regulars.customer.transfer;

import com.regulars.customer.CustomerKind;
import com.regulars.customer.CustomerProfile;
import com.regulars.customer.Gender;
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
        CustomerProfile after = before.with("name", name);
        after = known(after, "kind", kind);
        after = known(after, "gender", gender);
        after = known(after, "birthday", birthday);
        after = known(after, "phone", phone);
        after = known(after, "email", email);
        return before.externalRef() == null ? known(after, "externalRef", externalRef) : after;
    }

    private static CustomerProfile known(CustomerProfile profile, String field, @Nullable Object value) {
        return value == null ? profile : profile.with(field, value);
    }

    CustomerKind kindOrPerson() {
        return kind == null ? CustomerKind.PERSON : kind;
    }
}
