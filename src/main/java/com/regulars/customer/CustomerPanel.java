package com.regulars.customer;

import com.regulars.access.Permission;
import java.util.Map;

/** A panel on the customer page, contributed by a module (R1.12). The page is one request and knows none of them. */
public interface CustomerPanel {

    /** The panel's word: its anchor and the message {@code customer.panel.<key>} of the tab that leads to it. */
    String key();

    /** Smaller is higher in its column. */
    int order();

    Column column();

    /** Without it the panel is neither asked nor shown. */
    Permission permission();

    /** The fragment that draws it, for example {@code contact/_panel :: panel}; it reads {@code panel} and {@code customer}. */
    String fragment();

    /** What the fragment reads as {@code panel}; asked once per page. */
    Map<String, Object> model(long customerId);

    /** Where on the page. */
    enum Column {
        LEFT,
        MIDDLE,
        RIGHT
    }
}
