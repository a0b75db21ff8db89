package com.regulars.shared.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path of this server with its query, to which somebody may be sent on. What a page or an address names could be
 * anything: another server ({@code //evil.example}, {@code /\evil.example}), a line break into the headers, a template
 * variable. Nothing but a path passes.
 */
public final class LocalPath {

    private static final int LONGEST = 2_000;
    private static final Pattern PATH = Pattern.compile("/([^/\\\\\\p{Cntrl}{}][^\\\\\\p{Cntrl}{}]*)?");

    private LocalPath() {}

    public static Optional<String> of(@Nullable String text) {
        return text != null && text.length() <= LONGEST && PATH.matcher(text).matches()
                ? Optional.of(text)
                : Optional.empty();
    }
}
