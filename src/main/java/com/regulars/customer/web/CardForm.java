package com.regulars.customer.web;

import com.regulars.customer.CustomerProfile;
import com.regulars.customer.EditCustomer;
import com.regulars.customer.GuestOnPage;
import com.regulars.customer.LifecycleStage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the form for a known guest holds beside the profile. Telephone number and e-mail address are masked elsewhere, so
 * the form does not repeat them: left empty they stay.
 *
 * @param stageSeen the stage when the form was opened: only another choice moves the guest by hand
 */
record CardForm(
        int version,
        @Nullable LifecycleStage stage,
        @Nullable LifecycleStage stageSeen,
        @Nullable Boolean removePhone,
        @Nullable Boolean removeEmail,
        @Nullable List<String> tags) {

    CardForm {
        tags = tags == null ? List.of() : List.copyOf(tags);
    }

    static CardForm of(GuestOnPage guest) {
        var stage = guest.customer().stage();
        return new CardForm(guest.version(), stage, stage, false, false, guest.tags());
    }

    /** The profile as the form shows it. */
    static CustomerProfile shown(CustomerProfile profile) {
        return profile.with("phone", null).with("email", null);
    }

    EditCustomer command(GuestOnPage guest, CustomerProfile typed) {
        CustomerProfile before = guest.profile();
        CustomerProfile after = typed.with("phone", kept(typed.phone(), before.phone(), removePhone))
                .with("email", kept(typed.email(), before.email(), removeEmail))
                .with("externalRef", before.externalRef());
        return new EditCustomer(
                guest.id(), version, after, stage == stageSeen ? null : stage, tags == null ? List.of() : tags);
    }

    private static @Nullable String kept(@Nullable String typed, @Nullable String before, @Nullable Boolean remove) {
        if (Boolean.TRUE.equals(remove)) {
            return null;
        }
        return typed == null || typed.isBlank() ? before : typed;
    }
}
