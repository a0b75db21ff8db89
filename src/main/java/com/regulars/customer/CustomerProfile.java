package com.regulars.customer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a customer that people fill in (R1.1).
 *
 * @param phone E.164 once it was read
 * @param language in which the guest is written to, for example {@code zh}
 * @param wonBy how the customer was won
 * @param dietary allergy or diet as the head of the page shows it
 * @param consentPhone whether the guest may be called; null while nobody asked
 */
public record CustomerProfile(
        CustomerKind kind,
        String name,
        @Nullable Gender gender,
        @Nullable LocalDate birthday,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String language,
        @Nullable String employer,
        @Nullable String position,
        @Nullable String wonBy,
        @Nullable String note,
        @Nullable String dietary,
        @Nullable Boolean consentPhone,
        @Nullable Boolean consentSms,
        @Nullable Boolean consentEmail,
        LifecycleStage stage,
        @Nullable String externalRef) {

    /** This profile with what an import row says; what the row leaves out stays. */
    CustomerProfile with(ImportedCustomer row) {
        return new CustomerProfile(
                row.kind() == null ? kind : row.kind(),
                row.name(),
                row.gender() == null ? gender : row.gender(),
                row.birthday() == null ? birthday : row.birthday(),
                row.phone() == null ? phone : row.phone(),
                row.email() == null ? email : row.email(),
                address,
                language,
                employer,
                position,
                wonBy,
                note,
                dietary,
                consentPhone,
                consentSms,
                consentEmail,
                stage,
                externalRef == null ? row.externalRef() : externalRef);
    }
}
