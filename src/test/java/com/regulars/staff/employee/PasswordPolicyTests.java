package com.regulars.staff.employee;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.regulars.shared.InvalidFieldException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTests {

    private final PasswordPolicy policy = new PasswordPolicy(() -> "江南春 Lotus House");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my password is a green horse",
                "lotus pond at dusk",
                "red dragon at noon",
                "blau kraut bleibt",
                "一二三四五六七八九十甲乙",
                "xk7 pq2 mm9 rt"
            })
    void takesLongPasswordsWithoutRulesAboutSigns(String password) {
        assertThatCode(() -> policy.check("password", password, "chen")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "elevenchars",
                "",
                "aaaaaaaaaaaaaaaa",
                "ababababababab",
                "123456789012",
                "Password1234",
                "PASSWORDPASSWORD",
                "iloveyou2024!!",
                "qwertyuiop123",
                "chenchenchen",
                "chenchenchen1",
                "dragonmonkeyshadow",
                "dragonmonkeyshadowmaster",
                "sunshine123sunshine",
                "password-password",
                "abcdefghijklmnop",
                "qazwsxedcrfvtgb",
                "lotushouse2026",
                "LotusHouse!!!",
                "welcometoregulars",
                "regulars-demo",
                "江南春江南春江南春江南春"
            })
    void refusesWhatIsGuessedFirst(String password) {
        assertThatThrownBy(() -> policy.check("password", password, "chen")).isInstanceOf(InvalidFieldException.class);
    }

    /** Repeated, and strung together with the next one, until it is long enough. */
    @Test
    void refusesEveryoneOfThreeThousandMostUsed() {
        var used = List.copyOf(CommonPasswords.lines("com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt", 3_001));
        for (int i = 0; i < 3_000; i++) {
            String repeated = used.get(i).repeat(12 / used.get(i).length() + 1);
            assertThatThrownBy(() -> policy.check("password", repeated, "chen"))
                    .as(repeated)
                    .isInstanceOf(InvalidFieldException.class);
            String strung = used.get(i) + used.get(i + 1) + used.get(i);
            assertThatThrownBy(() -> policy.check("password", strung, "chen"))
                    .as(strung)
                    .isInstanceOf(InvalidFieldException.class);
        }
    }
}
