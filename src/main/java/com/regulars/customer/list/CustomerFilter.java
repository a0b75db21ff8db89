package com.regulars.customer.list;

import com.regulars.customer.CustomerKind;
import com.regulars.customer.LifecycleStage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which customers a list shows.
 *
 * @param query what was typed, as in the search box; empty for all
 * @param quadrants letters of which one is worn; empty for all
 * @param tag name of a tag
 * @param since registered on this calendar day of the brand or later
 */
public record CustomerFilter(
        View view,
        String query,
        List<String> quadrants,
        @Nullable CustomerKind kind,
        @Nullable LifecycleStage stage,
        @Nullable String tag,
        @Nullable Known known,
        @Nullable LocalDate since,
        Sort sort) {

    /** What has to be known of a customer. */
    public enum Known {
        PHONE,
        BIRTHDAY,
        /** At least one visit, as the last run found. */
        VISIT
    }

    /** The saved views. */
    public enum View {
        ALL,
        BEST,
        LAPSED,
        BIRTHDAYS;

        /** The word in the URL. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** In which order. */
    public enum Sort {
        NEWEST,
        NAME,
        MOVED
    }

    public CustomerFilter {
        quadrants = List.copyOf(quadrants);
    }

    public boolean isNarrowed() {
        return !query.isBlank()
                || !quadrants.isEmpty()
                || kind != null
                || stage != null
                || tag != null
                || known != null
                || since != null;
    }
}
