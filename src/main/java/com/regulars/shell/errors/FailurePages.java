package com.regulars.shell.errors;

import com.regulars.access.OpenToAll;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed outside of any handler: in a filter, in the server, or in rendering a page. */
@Controller
@OpenToAll
@RequiredArgsConstructor
class FailurePages implements ErrorController {

    private final Failures failures;
    private final FailureAnswer answer;

    @RequestMapping("/error")
    Object show(HttpServletRequest request, HttpServletResponse response) {
        var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (thrown instanceof Throwable failure) {
            return answer.of(failures.of(failure), request, response);
        }
        return answer.of(failures.of(status instanceof Integer number ? number : 404), request, response);
    }
}
