package com.regulars.customer;

import com.regulars.shared.web.Length;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Everything about a customer that people fill in (R1.1). The one place that knows the fields: the table, the form, the
 * page and the history of changes read them off this record, by their names. A new field is a component here, a column,
 * a row in the form and its name in both languages as {@code customer.field.<name>}.
 *
 * @param phone E.164 once it was read
 * @param language in which the guest is written to, for example {@code zh}
 * @param wonBy how the customer was won
 * @param dietary allergy or diet as the head of the page shows it
 * @param consentPhone whether the guest may be called; null while nobody asked
 * @param externalRef how another system calls this customer
 */
@Embeddable
public record CustomerProfile(
        @NotNull @Enumerated(EnumType.STRING) CustomerKind kind,
        @NotBlank @Length(max = 200) String name,

        @Nullable @Enumerated(EnumType.STRING) Gender gender,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate birthday,

        @Nullable @Length(max = 40) String phone,
        @Nullable @Length(max = 254) String email,
        @Nullable @Length(max = 300) String address,
        @Nullable @Length(max = 10) String language,
        @Nullable @Length(max = 200) String employer,
        @Nullable @Length(max = 100) String position,
        @Nullable @Length(max = 200) String wonBy,
        @Nullable @Length(max = 2000) String note,
        @Nullable @Length(max = 300) String dietary,
        @Nullable Boolean consentPhone,
        @Nullable Boolean consentSms,
        @Nullable Boolean consentEmail,
        @Nullable @Length(max = 200) String externalRef) {

    /** A profile of which only kind and name are known yet. */
    public static CustomerProfile of(CustomerKind kind, String name) {
        return ProfileField.newProfile(
                field -> field.name().equals("kind") ? kind : field.name().equals("name") ? name : null);
    }

    /**
     * This profile with another value of one field.
     *
     * @throws IllegalArgumentException when no field has this name
     */
    public CustomerProfile with(String field, @Nullable Object value) {
        ProfileField changed = ProfileField.named(field);
        return ProfileField.newProfile(each -> each.equals(changed) ? value : each.of(this));
    }

    boolean hasOtherConsentsThan(CustomerProfile other) {
        return !Objects.equals(consentPhone, other.consentPhone)
                || !Objects.equals(consentSms, other.consentSms)
                || !Objects.equals(consentEmail, other.consentEmail);
    }
}
