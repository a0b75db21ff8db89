package com.regulars.shell.errors;

import static com.regulars.testing.Fixtures.apiClient;
import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.staff.Role;
import com.regulars.testing.RegularsTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RegularsTest
class ProblemAnswerTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    void takesABodyThatIsRight() {
        assertThat(post("{\"name\":\"a\",\"amountMinor\":1,\"discountable\":true,\"colour\":\"RED\",\"lines\":[]}"))
                .hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"a\",\"amountMinor\":\"1\"} | amountMinor",
                "{\"name\":\"a\",\"amountMinor\":1.5} | amountMinor",
                "{\"name\":\"a\",\"amountMinor\":1.0} | amountMinor",
                "{\"name\":\"a\",\"amountMinor\":true} | amountMinor",
                "{\"name\":\"a\",\"amountMinor\":\"\"} | amountMinor",
                "{\"name\":\"a\",\"amountMinor\":null} | amountMinor",
                "{\"name\":\"a\",\"amountMinor\":-1} | amountMinor",
                "{\"name\":\"a\",\"amountMinor\":1000000000001} | amountMinor",
                "{\"name\":\"a\",\"amountMinor\":99999999999999999999} | amountMinor",
                "{\"name\":\"a\"} | amountMinor",
                "{\"name\":5,\"amountMinor\":1} | name",
                "{\"name\":\"aaaaaaaaaaaaaaaaaaaaaaaa\",\"amountMinor\":1} | name",
                "{\"name\":\"a\",\"amountMinor\":1,\"discountable\":\"true\"} | discountable",
                "{\"name\":\"a\",\"amountMinor\":1,\"discountable\":1} | discountable",
                "{\"name\":\"a\",\"amountMinor\":1,\"colour\":\"GREEN\"} | colour",
                "{\"name\":\"a\",\"amountMinor\":1,\"colour\":0} | colour",
                "{\"name\":\"a\",\"amountMinor\":1,\"colour\":\"\"} | colour",
                "{\"name\":\"a\",\"amountMinor\":1,\"surprise\":1} | surprise",
                "{\"name\":\"a\",\"amountMinor\":1,\"lines\":[{\"name\":\"b\",\"quantity\":\"2\"}]} | lines[0].quantity",
                "{\"name\":\"a\",\"amountMinor\":1,\"lines\":[{\"name\":\"b\",\"quantity\":null}]} | lines[0].quantity",
            })
    void namesTheFieldThatCannotBeRead(String body, String field) {
        var answer = post(body);
        assertThat(answer).hasStatus(400).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("VALIDATION_FAILED");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .asString()
                .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "{\"name\":\"a\",\"name\":\"b\",\"amountMinor\":1}", "{} {}", "\"text\""})
    void answersBrokenBodiesWith400(String body) {
        assertThat(post(body)).hasStatus(400);
    }

    @ParameterizedTest
    @CsvSource({
        "refused, 422, SAMPLE_REFUSED",
        "replayed, 422, SAMPLE_REFUSED",
        "running, 409, REQUEST_IN_PROGRESS",
        "missing, 404, NOT_FOUND",
        "field, 400, VALIDATION_FAILED",
        "deadlock, 409, CONFLICT",
        "pool, 503, UNAVAILABLE",
        "other, 500, INTERNAL_ERROR"
    })
    void givesEachFailureItsStatusAndCode(String kind, int status, String code) throws Exception {
        var answer = get("/api/v1/test-samples/failures/" + kind);
        assertThat(answer).hasStatus(status).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
        assertThat(answer).bodyJson().extractingPath("$.traceId").asString().hasSize(16);
        assertThat(answer.getResponse().getContentAsString())
                .doesNotContain("secret words")
                .doesNotContain("Exception");
        boolean again = status == 503 || kind.equals("running");
        assertThat(answer.getResponse().getHeader("Retry-After") != null).isEqualTo(again);
        assertThat(answer.getResponse().getHeader("Idempotency-Replayed"))
                .isEqualTo(kind.equals("replayed") ? "true" : null);
    }

    @Test
    void speaksTheCallersLanguage() {
        assertThat(inLanguage(Locale.ENGLISH))
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("The system is busy. Please try again in a moment.");
        assertThat(inLanguage(Locale.SIMPLIFIED_CHINESE))
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("系统正忙，请稍后再试。");
    }

    @Test
    void asksProgramsForAToken() {
        var answer = mvc.get().uri("/api/v1/test-samples/1").exchange();
        assertThat(answer).hasStatus(401).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("UNAUTHENTICATED");
        assertThat(mvc.get().uri("/api/v1/nowhere").exchange()).hasStatus(401);
        assertThat(mvc.get()
                        .uri("/api/v1/test-samples/1")
                        .header("Authorization", "Bearer nonsense")
                        .exchange())
                .hasStatus(401);
    }

    @Test
    void saysWhichPermissionIsMissing() {
        var answer = mvc.get()
                .uri("/api/v1/test-samples/administrators")
                .with(as(Role.CASHIER))
                .exchange();
        assertThat(answer).hasStatus(403);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("FORBIDDEN");
        assertThat(answer).bodyJson().extractingPath("$.detail").asString().contains("权限");
        assertThat(get("/api/v1/test-samples/administrators")).hasStatusOk();
    }

    @Test
    void refusesAHandlerThatNobodyMarked() {
        assertThat(get("/api/v1/test-samples/unmarked")).hasStatus(403);
    }

    @Test
    void neverFailsOnNonsenseInAnAddress() {
        assertThat(get("/api/v1/test-samples/abc")).hasStatus(404);
        assertThat(get("/api/v1/test-samples/1?limit=x")).hasStatus(400);
        assertThat(get("/api/v1/nowhere"))
                .hasStatus(404)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(mvc.delete()
                        .uri("/api/v1/test-samples")
                        .with(as(apiClient()))
                        .exchange())
                .hasStatus(405);
        assertThat(mvc.post()
                        .uri("/api/v1/test-samples")
                        .with(as(apiClient()))
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("x")
                        .exchange())
                .hasStatus(415);
        assertThat(mvc.get()
                        .uri("/api/v1/test-samples/text?text={text}", "a\u0000b")
                        .with(as(apiClient()))
                        .exchange())
                .hasStatus(400);
    }

    @Test
    void turnsABrokenConstraintIntoAConflict() {
        assertThat(mvc.post()
                        .uri("/api/v1/test-samples/constraint")
                        .with(as(apiClient()))
                        .exchange())
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("CONFLICT");
    }

    private MvcTestResult inLanguage(Locale language) {
        return mvc.get()
                .uri("/api/v1/test-samples/failures/pool")
                .locale(language)
                .header("Accept-Language", language.toLanguageTag())
                .with(as(apiClient()))
                .exchange();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(as(apiClient())).exchange();
    }

    private MvcTestResult post(String body) {
        return mvc.post()
                .uri("/api/v1/test-samples")
                .with(as(apiClient()))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
