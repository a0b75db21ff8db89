package com.regulars.api;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.regulars.staff.Role;
import com.regulars.testing.RegularsTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The served OpenAPI document against the wire contract: which calls there are, and – as a snapshot that was read by a
 * person beside the contract – what each takes and answers. After a change that is meant, compare
 * {@code target/openapi.json} with the contract and copy it over {@code src/test/resources/api/openapi.json}.
 */
@RegularsTest
class ApiDescriptionTests {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private static final String BASE = "/api/v1";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @Autowired
    MockMvcTester mvc;

    @Test
    void servesTheCallsOfTheContractAndNoOthers() throws IOException {
        assertThat(served()).isEqualTo(new TreeSet<>(calls("built", "also")));
    }

    @Test
    void listsEveryCallOnceAndNoneAsLaterThatIsBuilt() throws IOException {
        List<String> all = calls("built", "also", "later");
        assertThat(all).doesNotHaveDuplicates();
        assertThat(served()).doesNotContainAnyElementsOf(calls("later"));
    }

    @Test
    void isTheDocumentThatWasReadBesideTheContract() throws IOException {
        String found = JSON.writeValueAsString(JSON.treeToValue(description(), Object.class)) + "\n";
        Files.writeString(Path.of("target", "openapi.json"), found);
        assertThat(found).isEqualTo(resource("api/openapi.json"));
    }

    @Test
    void asksForAKeyWhereverValueMoves() throws IOException {
        var keyed = new TreeSet<String>();
        for (String call : served()) {
            if (operation(call).path("parameters").valueStream().anyMatch(ApiDescriptionTests::isRequiredKey)) {
                keyed.add(call);
            }
        }
        assertThat(keyed)
                .containsExactlyInAnyOrder(
                        "POST /cards",
                        "POST /cards/{number}/top-ups",
                        "POST /settlements",
                        "POST /settlements/{id}/refunds",
                        "POST /shifts/{id}/cash-movements",
                        "POST /top-ups/{id}/refunds",
                        "POST /top-ups/{id}/voids");
    }

    @Test
    void everyFailureIsAProblem() throws IOException {
        for (String call : served()) {
            var answers = operation(call).get("responses");
            assertThat(answers.propertyNames()).as(call).contains("400", "401", "403", "503");
            answers.propertyStream()
                    .filter(answer ->
                            answer.getKey().startsWith("4") || answer.getKey().startsWith("5"))
                    .forEach(answer -> assertThat(
                                    answer.getValue().get("content").propertyNames())
                            .as(call + " " + answer.getKey())
                            .containsExactly("application/problem+json"));
        }
    }

    private static boolean isRequiredKey(JsonNode parameter) {
        return parameter.get("name").asString().equals("Idempotency-Key")
                && parameter.get("required").asBoolean();
    }

    private JsonNode operation(String call) throws IOException {
        String[] parts = call.split(" ");
        return description().at("/paths").get(BASE + parts[1]).get(parts[0].toLowerCase(java.util.Locale.ROOT));
    }

    private TreeSet<String> served() throws IOException {
        var calls = new TreeSet<String>();
        description()
                .get("paths")
                .propertyStream()
                .forEach(path -> path.getValue().propertyNames().forEach(method -> {
                    assertThat(METHODS).contains(method);
                    calls.add(method.toUpperCase(java.util.Locale.ROOT)
                            + " "
                            + path.getKey().substring(BASE.length()));
                }));
        return calls;
    }

    private static List<String> calls(String... states) throws IOException {
        return resource("api/calls.txt")
                .lines()
                .filter(line -> Stream.of(states).anyMatch(state -> line.startsWith(state + " ")))
                .map(line -> line.substring(6).strip())
                .toList();
    }

    /** As it is served, without the address of this test and without the handlers that only tests have. */
    private ObjectNode description() throws IOException {
        var answer = mvc.get().uri("/v3/api-docs").with(as(Role.ADMINISTRATOR)).exchange();
        assertThat(answer).hasStatusOk();
        var document = (ObjectNode) JSON.readTree(answer.getResponse().getContentAsByteArray());
        document.remove("servers");
        var paths = (ObjectNode) document.get("paths");
        paths.propertyNames().stream()
                .filter(path -> path.contains("/test-samples"))
                .toList()
                .forEach(paths::remove);
        removeUnused((ObjectNode) document.at("/components/schemas"), document);
        return document;
    }

    private static void removeUnused(ObjectNode schemas, JsonNode document) {
        List<String> unused = schemas.propertyNames().stream()
                .filter(name -> !document.toString().contains("\"#/components/schemas/" + name + "\""))
                .toList();
        if (!unused.isEmpty()) {
            unused.forEach(schemas::remove);
            removeUnused(schemas, document);
        }
    }

    private static String resource(String name) throws IOException {
        return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
    }
}
