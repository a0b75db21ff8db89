package com.regulars.shell.errors;

import com.regulars.access.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;

/** Which permission a refused call would have needed. */
final class MissingPermission {

    private MissingPermission() {}

    static Optional<String> find(AccessDeniedException denied) {
        if (!(denied instanceof AuthorizationDeniedException detailed)) {
            return Optional.empty();
        }
        List<String> words =
                List.of(String.valueOf(detailed.getAuthorizationResult()).split("[^A-Z_]+"));
        return Arrays.stream(Permission.values())
                .map(Permission::name)
                .filter(words::contains)
                .findFirst();
    }
}
