package com.regulars.ledger.check;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Views of the same columns, read as one. */
final class Unions {

    private Unions() {}

    static String of(Stream<String> views) {
        return views.map(view -> "select * from " + view).collect(Collectors.joining(" union all "));
    }
}
