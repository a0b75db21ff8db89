package com.regulars.staff.employee;

import com.nulabinc.zxcvbn.Zxcvbn;
import com.regulars.shared.InvalidFieldException;
import com.regulars.venue.Brands;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * What a password must be: long and not soon guessed by somebody who knows the common ones, the keyboard, the calendar,
 * the brand and the own name. There are no rules about capital letters and digits, which make passwords harder to
 * remember and no harder to guess (NIST SP 800-63B). A few words in a row pass, also when a common one is among them.
 */
@Component
public class PasswordPolicy {

    static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final int FEWEST_CHARACTERS = 4;

    /** What is longer is not measured: that takes long, and the beginning alone is enough then. */
    private static final int MEASURED = 64;

    private static final long FEWEST_GUESSES = 1_000_000_000;

    /** A megabyte of words, read when the first password is set and not at every start. */
    private final SingletonSupplier<Zxcvbn> strength = SingletonSupplier.of(Zxcvbn::new);

    private final SingletonSupplier<CommonPasswords> common = SingletonSupplier.of(CommonPasswords::new);
    private final Supplier<String> brandName;

    @Autowired
    PasswordPolicy(Brands brands) {
        this(() -> brands.current().name());
    }

    PasswordPolicy(Supplier<String> brandName) {
        this.brandName = brandName;
    }

    /** @throws InvalidFieldException naming {@code field} when this password is too easy to guess */
    public void check(String field, String password, String loginName) {
        if (password.length() < SHORTEST) {
            throw new InvalidFieldException(field, "passwordTooShort", SHORTEST);
        }
        if (password.length() > LONGEST) {
            throw new InvalidFieldException(field, "passwordTooLong", LONGEST);
        }
        if (isSoonGuessed(password.toLowerCase(Locale.ROOT).strip(), ownWords(loginName))) {
            throw new InvalidFieldException(field, "passwordCommon");
        }
    }

    private boolean isSoonGuessed(String plain, List<String> own) {
        return plain.chars().distinct().count() < FEWEST_CHARACTERS
                || common.obtain().isStrungTogether(plain, own)
                || strength.obtain()
                                .measure(plain.substring(0, Math.min(plain.length(), MEASURED)), own)
                                .getGuesses()
                        < FEWEST_GUESSES;
    }

    /** The names that somebody who wants in tries first, whole and in parts. */
    private List<String> ownWords(String loginName) {
        List<String> words = new ArrayList<>(List.of("regulars"));
        for (String name : List.of(loginName, brandName.get())) {
            String plain = name.toLowerCase(Locale.ROOT).strip();
            words.add(plain);
            words.add(plain.replaceAll("[^\\p{L}\\p{N}]", ""));
            words.addAll(Arrays.asList(plain.split("[^\\p{L}\\p{N}]+")));
        }
        return words.stream().filter(word -> word.length() > 1).distinct().toList();
    }
}
