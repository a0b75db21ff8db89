package com.regulars.staff.signin;

import com.regulars.staff.employee.Tokens;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What is checked when there is no such employee, so that the answer takes as long as for one who exists. */
@Component
@RequiredArgsConstructor
class DecoyPassword {

    private final PasswordEncoder passwords;

    private volatile @Nullable String hash;

    String hash() {
        String made = hash;
        if (made == null) {
            made = String.valueOf(passwords.encode(Tokens.fresh()));
            hash = made;
        }
        return made;
    }
}
