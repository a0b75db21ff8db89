package com.regulars.shell.frame;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.access.Actor;
import com.regulars.access.Permission;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Fields that no form has, sent to every form there is, and text that is not what it looks like. */
@RegularsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangeFieldTests {

    private static final Set<Permission> ALL = EnumSet.allOf(Permission.class);
    private static final Actor CLIENT = new Actor(Actor.Kind.API_CLIENT, 1, "测试接口", ALL, Set.of());

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Fixtures fixtures;

    /** There is no brand without a venue. */
    @BeforeAll
    void aVenueToWorkFor() {
        fixtures.freshVenue();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void refusesThemWithoutFallingOver(String path, Class<?> form) {
        StrangeFields.WAYS.forEach(way -> StrangeFields.assertNoFailure(mvc, path, StrangeFields.of(form, way)));
    }

    Stream<Arguments> forms() {
        return StrangeFields.forms(mappings);
    }

    @ParameterizedTest
    @MethodSource("misleading")
    void namesTheFieldWhoseTextMisleads(String text) {
        assertThat(mvc.post()
                        .uri("/api/v1/customers")
                        .with(as(CLIENT))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"kind\":\"PERSON\",\"name\":\"" + escaped(text) + "\"}")
                        .exchange())
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("name");
        assertThat(mvc.post()
                        .uri("/staff")
                        .with(as(StrangeFields.EVERYBODY))
                        .with(csrf())
                        .param("loginName", "anna")
                        .param("displayName", text)
                        .param("roles", "CASHIER")
                        .param("version", "0")
                        .exchange())
                .hasStatus(422);
    }

    static Stream<String> misleading() {
        return Stream.of("Anna\u202Ennaes", "Anna\u0000", "Anna\u001b[31m", "Anna\uD800", "Anna\u2066x", "An\u2028na");
    }

    private static String escaped(String text) {
        var json = new StringBuilder();
        text.chars().forEach(unit -> json.append("\\u%04x".formatted(unit)));
        return json.toString();
    }
}
