package com.regulars.staff.account;

import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.web.FormFailures;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A new password, typed twice; the present one only where somebody is signed in. */
record PasswordForm(
        @Nullable String password,
        @NotBlank String newPassword,
        @NotBlank String again) {

    @Override
    public String password() {
        return password == null ? "" : password;
    }

    void requireSame(BindingResult errors) {
        if (newPassword != null && !newPassword.equals(again)) {
            FormFailures.addTo(errors, new InvalidFieldException("again", "passwordNotSame"));
        }
    }
}
