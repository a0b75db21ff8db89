package com.regulars.request;

import com.regulars.shared.InvalidFieldException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key a caller makes before it sends a money request, so that a repeated request has one effect: 1 to 255 printable
 * characters.
 */
public record IdempotencyKey(String value) {

    /** Name of the request header that carries it. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,255}");

    /** A key of its own for a request that needs none, because what it does can be done only once. */
    public static IdempotencyKey fresh() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    /**
     * Reads the header; the quoted form {@code "abc"} means {@code abc}.
     *
     * @throws InvalidFieldException when it is missing, empty, too long or not printable
     */
    public static IdempotencyKey of(@Nullable String header) {
        String text = header == null ? "" : header.trim();
        if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1);
        }
        if (text.isBlank() || !PRINTABLE.matcher(text).matches()) {
            throw new InvalidFieldException(HEADER, "idempotencyKey");
        }
        return new IdempotencyKey(text);
    }
}
