package com.regulars.shell.errors;

import com.regulars.access.OpenToAll;
import com.regulars.access.Permission;
import com.regulars.access.Requires;
import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.NotFoundException;
import com.regulars.shared.RefusedException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Handlers that fail in every way a handler can fail; they exist in tests only. */
@RestController
@RequestMapping("/api/v1/test-samples")
@RequiredArgsConstructor
class SampleApi {

    private final JdbcClient jdbc;

    enum Colour {
        RED,
        BLUE
    }

    record Line(@Nullable String name, int quantity) {}

    record Body(
            @NotNull @Size(max = 20) String name,
            @NotNull @Min(0) @Max(1_000_000_000_000L) Long amountMinor,
            @Nullable Boolean discountable,
            @Nullable Colour colour,
            @Nullable List<@Valid Line> lines) {}

    @PostMapping
    @Requires(Permission.SIGNED_IN)
    Body take(@Valid @RequestBody Body body) {
        return body;
    }

    @GetMapping("/{id}")
    @Requires(Permission.SIGNED_IN)
    String show(@PathVariable long id, @RequestParam(required = false) @Nullable Integer limit) {
        return "sample " + id;
    }

    @GetMapping("/failures/{kind}")
    @Requires(Permission.SIGNED_IN)
    String fail(@PathVariable String kind) {
        throw switch (kind) {
            case "refused" -> new RefusedException("SAMPLE_REFUSED", 7);
            case "replayed" -> new ReplayedRefusal();
            case "running" -> new RefusedException(RefusedException.Reason.CONFLICT, "REQUEST_IN_PROGRESS");
            case "missing" -> new NotFoundException("venue", "x");
            case "field" -> new InvalidFieldException("pin", "amount");
            case "deadlock" -> new CannotAcquireLockException("busy");
            case "pool" ->
                new CannotGetJdbcConnectionException(
                        "none free", new java.sql.SQLTransientConnectionException("timed out after 15000ms"));
            default -> new IllegalStateException("secret words that nobody may read");
        };
    }

    @PostMapping("/constraint")
    @Requires(Permission.SIGNED_IN)
    String breakConstraint() {
        jdbc.sql("insert into venue (id, code, name, zone) values (-1, 'NOT A CODE', 'x', 'UTC')")
                .update();
        return "impossible";
    }

    @GetMapping("/text")
    @Requires(Permission.SIGNED_IN)
    String sendText(@RequestParam String text) {
        return jdbc.sql("select cast(? as text)")
                .param(text)
                .query(String.class)
                .single();
    }

    @GetMapping("/administrators")
    @Requires(Permission.STAFF_EDIT)
    String administratorsOnly() {
        return "for administrators";
    }

    @GetMapping("/unmarked")
    String unmarked() {
        return "nobody may read this";
    }

    @GetMapping("/open")
    @OpenToAll
    String open() {
        return "open, but behind the chain of the API";
    }

    private static final class ReplayedRefusal extends RefusedException {

        ReplayedRefusal() {
            super("SAMPLE_REFUSED", 7);
        }

        @Override
        public boolean isReplayed() {
            return true;
        }
    }
}
