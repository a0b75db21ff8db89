package com.regulars.shared.web;

import java.util.List;

/** What a module puts into the navigation at the left. Entries are shown to those who hold the entry's permission. */
public interface NavSource {

    List<NavEntry> navEntries();

    /**
     * One entry of the navigation.
     *
     * @param key the module's word; the text is the message {@code nav.<key>}, the current page names it to be marked
     * @param url where it leads
     * @param icon name of a symbol in the icon sprite
     * @param permission authority needed to see it
     * @param order smaller is higher
     */
    record NavEntry(String key, String url, String icon, String permission, int order) {}
}
