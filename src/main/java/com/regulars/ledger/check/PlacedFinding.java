package com.regulars.ledger.check;

import com.regulars.ledger.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding and where to look at it.
 *
 * @param unit what {@code expected} and {@code found} of the finding are counted in; null when they are no amounts
 * @param places the subject itself, and what caused the posting when it is one
 * @param holders the cards it concerns
 */
public record PlacedFinding(Finding finding, @Nullable Unit unit, List<Place> places, List<Place> holders) {

    public PlacedFinding {
        places = List.copyOf(places);
        holders = List.copyOf(holders);
    }

    /**
     * Something that has a name and perhaps a page.
     *
     * @param subject what it is, such as {@code bill}
     */
    public record Place(
            String subject, String name, @Nullable String page) {}
}
