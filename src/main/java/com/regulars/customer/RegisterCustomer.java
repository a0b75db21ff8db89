package com.regulars.customer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a new customer card.
 *
 * @param phone as it was typed; read in the brand's region when it has no country code
 * @param externalRef how another system calls this customer
 * @param tags names of tags; unknown ones join the managed list (R1.5)
 */
public record RegisterCustomer(
        CustomerKind kind,
        String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable Gender gender,
        @Nullable LocalDate birthday,
        @Nullable String externalRef,
        List<String> tags) {

    public RegisterCustomer {
        tags = List.copyOf(tags);
    }

    /** A person of whom only name and telephone number are known. */
    public static RegisterCustomer person(String name, @Nullable String phone) {
        return new RegisterCustomer(CustomerKind.PERSON, name, phone, null, null, null, null, List.of());
    }

    CustomerProfile profile() {
        return CustomerProfile.of(kind, name)
                .with("phone", phone)
                .with("email", email)
                .with("gender", gender)
                .with("birthday", birthday)
                .with("externalRef", externalRef);
    }
}
