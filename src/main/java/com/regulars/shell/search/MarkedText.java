package com.regulars.shell.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A text cut into the pieces that match what was typed and those that do not; each is escaped when it is written. */
record MarkedText(List<Piece> pieces) {

    /** One piece of the text. */
    record Piece(String text, boolean marked) {}

    static MarkedText of(String text, String query) {
        String where = text.toLowerCase(Locale.ROOT);
        String what = query.toLowerCase(Locale.ROOT);
        if (what.isEmpty() || where.length() != text.length()) {
            return new MarkedText(List.of(new Piece(text, false)));
        }
        var pieces = new ArrayList<Piece>();
        int from = 0;
        for (int at = where.indexOf(what); at >= 0; at = where.indexOf(what, from)) {
            add(pieces, text.substring(from, at), false);
            from = at + what.length();
            add(pieces, text.substring(at, from), true);
        }
        add(pieces, text.substring(from), false);
        return new MarkedText(List.copyOf(pieces));
    }

    private static void add(List<Piece> pieces, String text, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, marked));
        }
    }
}
