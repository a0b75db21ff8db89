package com.regulars.customer.find;

import java.util.List;

/**
 * What somebody looks for.
 *
 * @param text as typed
 * @param wholeNumbers the telephone numbers it may be, as E.164; empty when it is none. Of a telephone number only the
 *     last four digits or the whole finds anybody: with any other tail the digits that a mask hides could be asked for
 *     one by one
 */
public record SearchQuery(String text, List<String> wholeNumbers) {

    public SearchQuery {
        wholeNumbers = List.copyOf(wholeNumbers);
    }

    public boolean isWholeNumber() {
        return !wholeNumbers.isEmpty();
    }
}
