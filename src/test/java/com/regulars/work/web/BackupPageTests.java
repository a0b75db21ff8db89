package com.regulars.work.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** With the external database of the tests; the copy itself is tested beside the embedded server. */
@RegularsTest
class BackupPageTests {

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource({"zh, 当前使用外部数据库", "en, An external database is in use"})
    void tellsWhoBacksUpAnExternalDatabase(String language, String text) {
        assertThat(mvc.get()
                        .uri("/backups")
                        .locale(Locale.forLanguageTag(language))
                        .with(Fixtures.as(Role.ADMINISTRATOR)))
                .hasStatusOk()
                .bodyText()
                .contains(text);
    }

    @Test
    void refusesToBackUpAnExternalDatabase() {
        assertThat(mvc.post()
                        .uri("/backups")
                        .with(Fixtures.as(Role.ADMINISTRATOR))
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .hasStatus(422);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void showsBackupsToAdministratorsOnly(Role role) {
        assertThat(mvc.get().uri("/backups").with(Fixtures.as(role))).hasStatus(403);
    }
}
