package com.regulars.venue;

import com.regulars.shared.InvalidFieldException;
import com.regulars.shared.Rate;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A percentage as people type it, with at most two decimals: {@code 20}, {@code 8.5}, {@code １２．５％}. */
public final class TypedPercent {

    private static final Pattern SIGN = Pattern.compile("[%％]\\s*$");
    private static final int DECIMALS = 2;
    private static final int WHOLE = 10_000;

    private TypedPercent() {}

    /** @throws InvalidFieldException naming {@code field} when it is none, has more decimals, or is above 100 */
    public static Rate read(String field, @Nullable String text) {
        OptionalLong basisPoints =
                TypedAmount.minor(SIGN.matcher(text == null ? "" : text).replaceFirst(""), DECIMALS);
        if (basisPoints.isEmpty() || basisPoints.getAsLong() > WHOLE) {
            throw new InvalidFieldException(field, "percent");
        }
        return new Rate((int) basisPoints.getAsLong());
    }
}
