package com.regulars.staff.employee;

import com.regulars.shared.InvalidFieldException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What a password must be: long, not one of the well-known ones, not the own name. There are no rules about capital
 * letters and digits, which make passwords harder to remember and no harder to guess (NIST SP 800-63B).
 */
@Component
public class PasswordPolicy {

    static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final int FEWEST_CHARACTERS = 4;

    private final Set<String> common = read();

    /** @throws InvalidFieldException naming {@code field} when this password is too easy to guess */
    public void check(String field, String password, String loginName) {
        if (password.length() < SHORTEST) {
            throw new InvalidFieldException(field, "passwordTooShort", SHORTEST);
        }
        if (password.length() > LONGEST) {
            throw new InvalidFieldException(field, "passwordTooLong", LONGEST);
        }
        String plain = password.toLowerCase(Locale.ROOT).strip();
        if (plain.chars().distinct().count() < FEWEST_CHARACTERS || isCommon(plain) || isMostlyName(plain, loginName)) {
            throw new InvalidFieldException(field, "passwordCommon");
        }
    }

    /** Also a common password with digits or marks behind it, such as {@code iloveyou2024!}. */
    private boolean isCommon(String plain) {
        return common.contains(plain) || common.contains(plain.replaceAll("[^a-z]+$", ""));
    }

    private static boolean isMostlyName(String plain, String loginName) {
        return !loginName.isEmpty()
                && plain.replace(loginName, "").length() < FEWEST_CHARACTERS + 2
                && plain.contains(loginName);
    }

    private static Set<String> read() {
        try {
            return new ClassPathResource("staff/common-passwords.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
