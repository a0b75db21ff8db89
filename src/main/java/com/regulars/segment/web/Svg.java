package com.regulars.segment.web;

import java.util.Locale;

/** Numbers as SVG attributes want them: a point, one decimal. */
final class Svg {

    private Svg() {}

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
