package com.regulars.shared.web;

import java.util.List;

/** What a module answers to the search box at the top of every page. */
public interface SearchSource {

    String permission();

    /** Smaller is higher. */
    int order();

    /**
     * @param query what was typed, trimmed, never blank
     * @param limit how many hits are wanted at most
     */
    List<SearchHit> search(String query, int limit);

    /**
     * One hit.
     *
     * @param kind the module's word; the text is the message {@code search.kind.<kind>}
     * @param title what it is called; the page marks where the query occurs in it
     * @param detail what tells it from others, already masked
     * @param url where it leads
     */
    record SearchHit(String kind, String title, String detail, String url) {}
}
