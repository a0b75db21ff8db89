package com.regulars.shell.security;

import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Tells the administrator when people work over plain HTTP: it works on a shop's own network, but whoever listens there
 * can read along. On the machine itself nobody can.
 */
@ControllerAdvice
@RequiredArgsConstructor
class PlainHttpWarning {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final CurrentActor currentActor;

    @ModelAttribute("plainHttpWarning")
    boolean plainHttpWarning(HttpServletRequest request) {
        return !request.isSecure()
                && !THIS_MACHINE.contains(request.getServerName())
                && currentActor
                        .find()
                        .filter(actor -> actor.may(Permission.STAFF_EDIT))
                        .isPresent();
    }
}
