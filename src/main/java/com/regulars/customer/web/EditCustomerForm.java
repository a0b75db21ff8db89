package com.regulars.customer.web;

import com.regulars.customer.CustomerDetails;
import com.regulars.customer.CustomerKind;
import com.regulars.customer.CustomerProfile;
import com.regulars.customer.EditCustomer;
import com.regulars.customer.Gender;
import com.regulars.customer.LifecycleStage;
import com.regulars.shared.web.Length;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What is typed about a known guest. Telephone number and e-mail address are masked elsewhere, so the form does not
 * repeat them: left empty they stay.
 *
 * @param consentPhone YES, NO or empty while nobody asked
 */
record EditCustomerForm(
        int version,
        @NotNull CustomerKind kind,
        @NotBlank @Length(max = 200) String name,
        @Nullable Gender gender,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate birthday,

        @Nullable @Size(max = 40) String phone,
        @Nullable Boolean removePhone,
        @Nullable @Size(max = 254) String email,
        @Nullable Boolean removeEmail,
        @Nullable @Size(max = 300) String address,
        @Nullable @Size(max = 10) String language,
        @Nullable @Size(max = 200) String employer,
        @Nullable @Size(max = 100) String position,
        @Nullable @Size(max = 200) String wonBy,
        @Nullable @Size(max = 2000) String note,
        @Nullable @Size(max = 300) String dietary,
        @Nullable String consentPhone,
        @Nullable String consentSms,
        @Nullable String consentEmail,
        @NotNull LifecycleStage stage,
        @Nullable List<String> tags) {

    EditCustomerForm {
        tags = tags == null ? List.of() : List.copyOf(tags);
    }

    static EditCustomerForm of(CustomerDetails card) {
        CustomerProfile profile = card.profile();
        return new EditCustomerForm(
                card.version(),
                profile.kind(),
                profile.name(),
                profile.gender(),
                profile.birthday(),
                null,
                false,
                null,
                false,
                profile.address(),
                profile.language(),
                profile.employer(),
                profile.position(),
                profile.wonBy(),
                profile.note(),
                profile.dietary(),
                word(profile.consentPhone()),
                word(profile.consentSms()),
                word(profile.consentEmail()),
                profile.stage(),
                card.tags());
    }

    EditCustomer command(CustomerDetails card) {
        CustomerProfile before = card.profile();
        return new EditCustomer(
                card.id(),
                version,
                new CustomerProfile(
                        kind,
                        name,
                        gender,
                        birthday,
                        kept(phone, before.phone(), removePhone),
                        kept(email, before.email(), removeEmail),
                        address,
                        language == null || language.isBlank() ? null : language,
                        employer,
                        position,
                        wonBy,
                        note,
                        dietary,
                        flag(consentPhone),
                        flag(consentSms),
                        flag(consentEmail),
                        stage,
                        before.externalRef()),
                tags == null ? List.of() : tags);
    }

    private static @Nullable String kept(@Nullable String typed, @Nullable String before, @Nullable Boolean remove) {
        if (Boolean.TRUE.equals(remove)) {
            return null;
        }
        return typed == null || typed.isBlank() ? before : typed;
    }

    private static String word(@Nullable Boolean consent) {
        return consent == null ? "" : consent ? "YES" : "NO";
    }

    private static @Nullable Boolean flag(@Nullable String word) {
        return word == null || word.isEmpty() ? null : word.equals("YES");
    }
}
