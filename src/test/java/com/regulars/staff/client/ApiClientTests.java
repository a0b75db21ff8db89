package com.regulars.staff.client;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.access.CurrentActor;
import com.regulars.staff.Role;
import com.regulars.staff.Staff;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

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
