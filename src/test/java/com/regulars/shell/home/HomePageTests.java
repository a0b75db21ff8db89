package com.regulars.shell.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;

@RegularsTest
class HomePageTests {

    @Autowired
    MockMvc mvc;

    @Test
    void greetsInTheLanguageOfTheBrowser() throws Exception {
        assertThat(home(Locale.SIMPLIFIED_CHINESE)).contains("好，测试员", "<html lang=\"zh-CN\"");
        assertThat(home(Locale.ENGLISH)).contains("Good ", "测试员", "<html lang=\"en\"");
    }

    @Test
    void isAStandardsModePageWithoutInlineScriptOrStyle() throws Exception {
        assertThat(home(Locale.ENGLISH).strip())
                .startsWith("<!DOCTYPE html>")
                .doesNotContain("<script>", "<style", " style=", "onclick", "??");
    }

    /** Each role finds its work on its first page, in both languages. */
    @ParameterizedTest
    @CsvSource({
        "FRONT_DESK, 今天要跟进|7 天内生日|待核查的资料, Birthdays in 7 days",
        "CASHIER, 去收银|最近的账单, Newest bills",
        "CUSTOMER_SERVICE, 全部未结工单|我的工单|今天要跟进, All open tickets",
        "MANAGER, 昨天收款|昨夜掉档的老客|客群象限, Yesterday",
        "ADMINISTRATOR, 最近的操作|员工账户|备份|账本核对, Latest changes"
    })
    void everyRoleHasItsWorkOnItsFirstPage(Role role, String chinese, String english) throws Exception {
        assertThat(home(role, Locale.SIMPLIFIED_CHINESE))
                .contains(chinese.split("\\|"))
                .doesNotContain("??");
        assertThat(home(role, Locale.ENGLISH)).contains(english).doesNotContain("??", " style=");
    }

    @Test
    void marksTheCurrentNavEntry() throws Exception {
        assertThat(home(Locale.ENGLISH)).contains("is-current", "aria-current=\"page\"");
    }

    @Test
    void saysThatItDependsOnWhoAsks() throws Exception {
        var answer = mvc.perform(get("/").with(Fixtures.as(Role.FRONT_DESK)))
                .andReturn()
                .getResponse();

        assertThat(answer.getHeaders(HttpHeaders.VARY)).contains("HX-Request");
    }

    private String home(Locale language) throws Exception {
        return home(Role.FRONT_DESK, language);
    }

    private String home(Role role, Locale language) throws Exception {
        return mvc.perform(get("/").with(Fixtures.as(role)).locale(language))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
