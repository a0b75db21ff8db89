package com.regulars.staff.employee;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.regulars.shared.InvalidFieldException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTests {

    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @ValueSource(strings = {"regulars-demo", "blau kraut bleibt", "一二三四五六七八九十甲乙", "xk7 pq2 mm9 rt"})
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
                "chenchenchen1"
            })
    void refusesWhatIsGuessedFirst(String password) {
        assertThatThrownBy(() -> policy.check("password", password, "chen")).isInstanceOf(InvalidFieldException.class);
    }
}
