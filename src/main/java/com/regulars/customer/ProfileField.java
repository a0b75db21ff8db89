package com.regulars.customer;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a profile as the history of changes names them (R1.8); the text is the message {@code customer.field.<word>}. */
enum ProfileField {
    KIND("kind", CustomerProfile::kind),
    NAME("name", CustomerProfile::name),
    GENDER("gender", CustomerProfile::gender),
    BIRTHDAY("birthday", CustomerProfile::birthday),
    PHONE("phone", CustomerProfile::phone),
    EMAIL("email", CustomerProfile::email),
    ADDRESS("address", CustomerProfile::address),
    LANGUAGE("language", CustomerProfile::language),
    EMPLOYER("employer", CustomerProfile::employer),
    POSITION("position", CustomerProfile::position),
    WON_BY("wonBy", CustomerProfile::wonBy),
    NOTE("note", CustomerProfile::note),
    DIETARY("dietary", CustomerProfile::dietary),
    CONSENT_PHONE("consentPhone", CustomerProfile::consentPhone),
    CONSENT_SMS("consentSms", CustomerProfile::consentSms),
    CONSENT_EMAIL("consentEmail", CustomerProfile::consentEmail),
    STAGE("stage", CustomerProfile::stage),
    EXTERNAL_REF("externalRef", CustomerProfile::externalRef);

    private final String word;
    private final Function<CustomerProfile, @Nullable Object> reader;

    ProfileField(String word, Function<CustomerProfile, @Nullable Object> reader) {
        this.word = word;
        this.reader = reader;
    }

    String word() {
        return word;
    }

    @Nullable
    String of(CustomerProfile profile) {
        Object value = reader.apply(profile);
        return value == null ? null : value.toString();
    }
}
