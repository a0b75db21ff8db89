package com.regulars.customer.profile;

import org.jspecify.annotations.Nullable;

/** E-mail addresses as everybody may see them. */
final class Emails {

    private Emails() {}

    /** {@code z***@example.com}. */
    static @Nullable String mask(@Nullable String email) {
        if (email == null) {
            return null;
        }
        int at = email.indexOf('@');
        return email.substring(0, email.offsetByCodePoints(0, 1)) + "***" + email.substring(Math.max(at, 1));
    }
}
