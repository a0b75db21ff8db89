package com.regulars.shell.errors;

import com.regulars.request.RefusalWording;
import com.regulars.shared.RefusedException;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Words the refusals that are kept with their idempotency key, exactly as {@link FailureAnswer} sends them. */
@Component
@RequiredArgsConstructor
class StoredProblems implements RefusalWording {

    private final Failures failures;
    private final JsonMapper json;

    @Override
    public Problem problem(RefusedException refused) {
        Failure failure = failures.of(refused);
        String body = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? json.writeValueAsString(FailureAnswer.problem(failure, attributes.getRequest()))
                : "";
        return new Problem(failure.status(), body);
    }
}
