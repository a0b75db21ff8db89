package com.regulars.ledger.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One law of the books: a statement that lists what breaks it.
 *
 * @param name such as {@code ledger.balance}
 * @param byPosting whether it finds postings and can be asked for a range of them, which goes down to every table it
 *     reads; the sums of all postings at once would not fit into the memory of a small machine
 */
record Law(String name, String statement, boolean byPosting) {

    private static final Pattern VIEW = Pattern.compile("([a-z]+)_v_wrong_([a-z_]+)");

    Law(String name, String statement) {
        this(name, statement, false);
    }

    /** The same law of the postings of a range, both ends included. */
    String statement(long first, long last) {
        return "select * from (%s) law where subject_id between %d and %d".formatted(statement, first, last);
    }

    Law askedByPosting() {
        return new Law(name, statement, true);
    }

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
