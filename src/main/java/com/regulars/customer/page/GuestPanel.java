package com.regulars.customer.page;

/**
 * A panel on the page of a guest (R1.12).
 *
 * @param key the panel's word: its anchor and the message {@code customer.panel.<key>} of the tab that leads to it
 * @param order smaller is higher in its column
 * @param fragment what draws it, for example {@code contact/_panel :: panel}; it reads {@code panel} and {@code customer}
 * @param content what the fragment reads as {@code panel}: a record of the module the panel comes from
 */
public record GuestPanel(String key, Column column, int order, String fragment, Record content) {

    /** Where on the page. */
    public enum Column {
        LEFT,
        MIDDLE,
        RIGHT
    }
}
