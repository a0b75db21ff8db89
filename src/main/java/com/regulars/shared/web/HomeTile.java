package com.regulars.shared.web;

import java.util.Map;

/** A tile on the home page, contributed by a module and shown to those who hold its permission. */
public interface HomeTile {

    String permission();

    /** Smaller is higher. */
    int order();

    /** How much of the page's width it takes. */
    default Width width() {
        return Width.THIRD;
    }

    /** The fragment that draws it, for example {@code feedback/_tile :: tile}. */
    String fragment();

    /** What the fragment reads, under the name {@code tile}. Called once per request. */
    Map<String, Object> model();

    /** A tile's share of the page's width. */
    enum Width {
        THIRD,
        TWO_THIRDS,
        FULL
    }
}
