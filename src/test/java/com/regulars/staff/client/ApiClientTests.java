package com.regulars.staff.client;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.access.CurrentActor;
import com.regulars.staff.Role;
import com.regulars.staff.Staff;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.io.UnsupportedEncodingException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

@RegularsTest
class ApiClientTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApiClients clients;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    private final String name = Staff.freshName();

    @Test
    void showsATokenOnceAndStoresItsDigestOnly() throws Exception {
        var page = mvc.post()
                .uri("/api-clients")
                .param("name", name)
                .param("scopes", "LEDGER")
                .with(as(Role.ADMINISTRATOR))
                .with(csrf())
                .exchange();
        var token = Pattern.compile("rgl_[A-Za-z0-9_-]{43}")
                .matcher(page.getResponse().getContentAsString());
        assertThat(token.find()).isTrue();
        assertThat(mvc.get().uri("/api-clients").with(as(Role.ADMINISTRATOR)).exchange())
                .bodyText()
                .contains(name)
                .doesNotContain(token.group());
        assertThat(jdbc.sql("select to_jsonb(c)::text from staff_api_client c where name = ?")
                        .param(name)
                        .query(String.class)
                        .single())
                .doesNotContain(token.group());
        assertThat(brand(token.group())).hasStatusOk();
    }

    @Test
    void answersTheBrandToAnyClient() {
        String token = register(Set.of(Scope.LEDGER));
        assertThat(brand(token))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.currency")
                .isEqualTo("CNY");
        assertThat(brand(token)).bodyJson().extractingPath("$.minorDigits").isEqualTo(2);
        assertThat(brand(token)).bodyJson().extractingPath("$.timeZone").isEqualTo("Asia/Shanghai");
        assertThat(jdbc.sql("select last_used_at is not null from staff_api_client where name = ?")
                        .param(name)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void limitsAClientToItsScopes() {
        String token = register(Set.of(Scope.LEDGER));
        assertThat(mvc.get()
                        .uri("/api/v1/test-samples/administrators")
                        .header("Authorization", "Bearer " + token)
                        .exchange())
                .hasStatus(403);
        var actor = clients.authenticate(token).orElseThrow();
        assertThat(actor.permissions()).isEqualTo(EnumSet.copyOf(Scope.LEDGER.permissions()));
    }

    @Test
    void limitsAClientToItsVenues() {
        var mine = fixtures.freshVenue();
        var other = fixtures.freshVenue();
        var token = CurrentActor.asSystem(() -> clients.create(name, EnumSet.allOf(Scope.class), Set.of(mine.id())))
                .token();
        var actor = clients.authenticate(token).orElseThrow();
        assertThat(actor.mayActIn(mine.id())).isTrue();
        assertThat(actor.mayActIn(other.id())).isFalse();
    }

    @Test
    void refusesARevokedToken() {
        var issued = CurrentActor.asSystem(() -> clients.create(name, Set.of(Scope.CARDS), Set.of()));
        assertThat(brand(issued.token())).hasStatusOk();
        mvc.post()
                .uri("/api-clients/" + issued.clientId() + "/revoke")
                .with(as(Role.ADMINISTRATOR))
                .with(csrf())
                .exchange();
        assertThat(brand(issued.token())).hasStatus(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "zh; 允许的范围：– → 会员卡、退款; 门店：– → 全部门店; 允许的范围：会员卡、退款 → –; 允许的范围：会员卡、退款 → 账本核对",
                "en; What it may do: – → Cards, Refunds; Venues: – → All venues; What it may do: Cards, Refunds → –;"
                        + "What it may do: Cards, Refunds → Ledger verification"
            })
    void theAuditLogSaysInWordsWhatATokenMayAndWhatBecameOfIt(
            Locale language, String issued, String venues, String revoked, String changed) throws Exception {
        var rights = EnumSet.of(Scope.CARDS, Scope.REFUNDS);
        var first = CurrentActor.asSystem(() -> clients.create(name, rights, Set.of()));
        assertThat(audit("created", language)).contains(name, issued, venues);
        CurrentActor.asSystem(() -> {
            clients.revoke(first.clientId());
            return null;
        });
        assertThat(audit("revoked", language)).contains(name, revoked).doesNotContain(first.token());
        CurrentActor.asSystem(() -> clients.register(name, "old-" + name, rights, Set.of()));
        CurrentActor.asSystem(() -> clients.register(name, "new-" + name, Set.of(Scope.LEDGER), Set.of()));
        assertThat(audit("created", language)).contains(changed).doesNotContain("new-" + name);
    }

    @Test
    void keepsTheRegisteredClientAcrossStarts() {
        String token = register(Set.of(Scope.CARDS));
        long first = clients.authenticate(token).orElseThrow().id();
        long again = CurrentActor.asSystem(() -> clients.register(name, token, EnumSet.allOf(Scope.class), Set.of()));
        assertThat(again).isEqualTo(first);
        CurrentActor.asSystem(() -> clients.register(name, token + "-changed", EnumSet.allOf(Scope.class), Set.of()));
        assertThat(brand(token)).hasStatus(401);
        assertThat(brand(token + "-changed")).hasStatusOk();
    }

    @Test
    void opensNoPageToATokenAndNoApiToASession() {
        String token = register(EnumSet.allOf(Scope.class));
        assertThat(mvc.get()
                        .uri("/staff")
                        .header("Authorization", "Bearer " + token)
                        .exchange())
                .hasStatus(302);
    }

    private String audit(String deed, Locale language) throws UnsupportedEncodingException {
        return HtmlUtils.htmlUnescape(mvc.get()
                .uri("/audit?action=apiClient.{deed}&subject={name}", deed, name)
                .locale(language)
                .with(as(Role.ADMINISTRATOR))
                .exchange()
                .getResponse()
                .getContentAsString());
    }

    private String register(Set<Scope> scopes) {
        String token = "token-of-" + name;
        CurrentActor.asSystem(() -> clients.register(name, token, scopes, Set.of()));
        return token;
    }

    private MvcTestResult brand(String token) {
        return mvc.get()
                .uri("/api/v1/brand")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }
}
