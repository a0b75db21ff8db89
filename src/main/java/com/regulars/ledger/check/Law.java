package com.regulars.ledger.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One law of the books: a statement that lists what breaks it.
 *
 * @param name such as {@code ledger.balance}
 */
record Law(String name, String statement) {

    private static final Pattern VIEW = Pattern.compile("([a-z]+)_v_wrong_([a-z_]+)");

    /** The law that a view tells, named after it. */
    static Law of(String view) {
        Matcher name = VIEW.matcher(view);
        if (!name.matches()) {
            throw new IllegalArgumentException("A law is a view <module>_v_wrong_<what>, not " + view);
        }
        String what = Pattern.compile("_([a-z])")
                .matcher(name.group(2))
                .replaceAll(letter -> letter.group(1).toUpperCase(java.util.Locale.ROOT));
        return new Law(name.group(1) + "." + what, "select * from " + view);
    }
}
