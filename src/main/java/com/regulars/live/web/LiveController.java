package com.regulars.live.web;

import com.regulars.access.Actor;
import com.regulars.access.ActorHolder;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.live.LiveStreams;
import com.regulars.staff.SignedInEmployee;
import com.regulars.staff.signin.SignIn;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The one stream of a browser: {@code data: <topic>:<id>} when something changed, {@code data: *} at the start. */
@Controller
@Requires(Permission.SIGNED_IN)
@RequiredArgsConstructor
class LiveController {

    private final LiveStreams streams;
    private final SignIn signIn;

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter listen(@AuthenticationPrincipal ActorHolder principal, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // a proxy that waits for more would keep it all
        return streams.open(rightsOfNow(principal));
    }

    private Supplier<Optional<Actor>> rightsOfNow(ActorHolder principal) {
        return principal instanceof SignedInEmployee employee
                ? () -> signIn.again(employee).map(SignedInEmployee::actor)
                : () -> Optional.of(principal.actor());
    }
}
