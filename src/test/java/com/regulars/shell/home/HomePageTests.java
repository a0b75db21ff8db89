package com.regulars.shell.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.regulars.staff.Role;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
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
        return mvc.perform(get("/").with(Fixtures.as(Role.FRONT_DESK)).locale(language))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
