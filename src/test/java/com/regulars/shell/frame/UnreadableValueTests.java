package com.regulars.shell.frame;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.staff.Role;
import com.regulars.testing.RegularsTest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A value that cannot be read is named beside its field, and takes nothing along that was typed in the others. */
@RegularsTest
class UnreadableValueTests {

    @Autowired
    MockMvcTester mvc;

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of(
                        "/customers", "birthday", "0199-05-05", Map.of("name", "尉迟恭", "email", "ghost@example.com")),
                Arguments.of("/customers", "gender", "GHOST", Map.of("name", "尉迟恭")),
                Arguments.of("/feedback", "occurredOn", "9999-12-31", Map.of("text", "上菜慢", "product", "水煮鱼")),
                Arguments.of("/staff", "version", "x", Map.of("displayName", "尉迟恭")),
                Arguments.of("/segments/settings", "windowDays", "1e9", Map.of("keyAccount", "777.00")),
                Arguments.of("/programmes", "memberValidMonths", "１ｘ", Map.of("name", "龙卡", "earnPer", "7.00")));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isNamedBesideItsFieldAndTheOthersStay(String path, String field, String value, Map<String, String> others) {
        var request = mvc.post().uri(path).with(as(Role.values())).with(csrf()).param(field, value);
        others.forEach(request::param);
        var answer = request.exchange();
        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyText().contains(others.values()).contains("error-summary");
    }

    @ParameterizedTest
    @CsvSource({
        "/contacts?from=0000-01-01&direction=IN, /contacts?direction=IN",
        "/settlements?date=2026-02-30&q=RM%261, /settlements?q=RM%261",
        "/segments?asOf=x, /segments",
        "/customers?since=9999-12-31&q=%24%7B7*7%7D, /customers?q=%24%7B7*7%7D"
    })
    void isLeftOutOfAFilterAndSaid(String asked, String shown) {
        var answer = mvc.get()
                .uri(java.net.URI.create(asked))
                .with(as(Role.values()))
                .exchange();
        assertThat(answer).hasStatus3xxRedirection().hasRedirectedUrl(shown);
        assertThat(answer).flash().containsEntry("flashError", "shell.filter.unreadable");
    }

    @Test
    void aZeroByteIsNotSearchedFor() {
        assertThat(mvc.get()
                        .uri(java.net.URI.create("/search?q=a%00b"))
                        .with(as(Role.values()))
                        .exchange())
                .hasStatusOk();
        assertThat(mvc.get()
                        .uri(java.net.URI.create("/feedback?q=a%00b"))
                        .with(as(Role.values()))
                        .exchange())
                .hasStatusOk();
    }
}
