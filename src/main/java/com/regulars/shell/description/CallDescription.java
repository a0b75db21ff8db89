package com.regulars.shell.description;

import com.regulars.request.IdempotencyKey;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/** What the handlers' signatures do not tell of a call. */
@Component
class CallDescription implements OperationCustomizer {

    private static final String MULTIPART = "multipart/form-data";

    private static final Map<String, String> PROBLEMS_OF_ALL = Map.of(
            "400", "Malformed: a field is missing, unknown, of the wrong type or out of its range",
            "401", "No valid token",
            "403", "The token lacks the scope",
            "404", "Not there, or of another venue",
            "503", "Busy: ask again after Retry-After");

    private static final Map<String, String> PROBLEMS_OF_CHANGES =
            Map.of("409", "In conflict with what is there", "422", "Refused by a rule");

    @Override
    public Operation customize(Operation call, HandlerMethod handler) {
        textIds(call);
        if (takesFile(handler)) {
            asMultipart(call);
        }
        if (takesKey(call)) {
            onceOnly(call);
        }
        problems(call, handler);
        return call;
    }

    /** Ids are opaque to the caller, whatever a handler reads them as. */
    private static void textIds(Operation call) {
        parameters(call).stream()
                .filter(parameter -> "path".equals(parameter.getIn()))
                .forEach(parameter -> parameter.setSchema(new StringSchema()));
    }

    private static boolean takesFile(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == MultipartFile.class);
    }

    private static void asMultipart(Operation call) {
        var body = call.getRequestBody().getContent();
        MediaType file = body.values().iterator().next();
        call.getRequestBody().setContent(new Content().addMediaType(MULTIPART, file));
        call.getRequestBody().setRequired(true);
    }

    private static boolean takesKey(Operation call) {
        return parameters(call).stream().anyMatch(CallDescription::isKey);
    }

    private static boolean isKey(Parameter parameter) {
        return IdempotencyKey.HEADER.equals(parameter.getName());
    }

    /** A request with a key makes something: it answers 201, and says when the answer is a repetition. */
    private static void onceOnly(Operation call) {
        parameters(call).stream().filter(CallDescription::isKey).forEach(CallDescription::describeKey);
        ApiResponses answers = call.getResponses();
        Optional.ofNullable(answers.remove("200")).ifPresent(answer -> answers.addApiResponse("201", answer));
        ApiResponse created = answers.computeIfAbsent("201", status -> new ApiResponse());
        created.setDescription("Created");
        created.addHeaderObject(
                "Idempotency-Replayed",
                new Header()
                        .description("true when this is the first answer again")
                        .schema(new StringSchema()));
    }

    /** A call that describes its key itself does not need one. */
    private static void describeKey(Parameter key) {
        key.setSchema(new StringSchema().minLength(1).maxLength(255));
        if (key.getDescription() == null) {
            key.required(true)
                    .description(
                            "Made by the caller before the first attempt: the same key with the same body has one effect");
        }
    }

    private static void problems(Operation call, HandlerMethod handler) {
        var problems = new LinkedHashMap<>(PROBLEMS_OF_ALL);
        if (!handler.hasMethodAnnotation(GetMapping.class)) {
            problems.putAll(PROBLEMS_OF_CHANGES);
        }
        problems.forEach((status, meaning) -> call.getResponses().addApiResponse(status, problem(meaning)));
    }

    private static ApiResponse problem(String meaning) {
        return new ApiResponse()
                .description(meaning)
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(new Schema<>().$ref(ApiDescription.PROBLEM))));
    }

    private static List<Parameter> parameters(Operation call) {
        return call.getParameters() == null ? List.of() : call.getParameters();
    }
}
