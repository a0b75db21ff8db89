package com.regulars.segment.rating;

/** How what the runs keep is read as of the date {@code :asOf} that has a run, for queries of the reports. */
public final class KeptStands {

    /** The figures as the run of that date found them. */
    public static final String FIGURES_AT = """
            select customer_id, visits, spend_minor, average_minor, lifetime_visits, lifetime_spend_minor,
                   year_spend_minor, last_visit_on
              from segment_figure where since <= :asOf
            union all
            select customer_id, visits, spend_minor, average_minor, lifetime_visits, lifetime_spend_minor,
                   year_spend_minor, last_visit_on
              from segment_figure_past where from_date <= :asOf and to_date > :asOf""";

    /** Where guests stood as the run of that date found them; who is not among them was new. */
    public static final String STATES_AT = """
            select customer_id, state from segment_figure where state_since <= :asOf
            union all
            select customer_id, state from segment_membership where from_date <= :asOf and to_date > :asOf""";

    /**
     * Those of {@link #FIGURES_AT} for whom a condition holds, one page of them, the newest guest first. Each part is cut
     * at the page's end, so that a page reads what it shows and not every guest.
     *
     * @param condition of the columns of the figures
     */
    public static String figuresPage(String condition) {
        return page(
                "segment_figure where since <= :asOf",
                "segment_figure_past where from_date <= :asOf and to_date > :asOf",
                condition);
    }

    /** The same of {@link #STATES_AT}; the condition may ask for {@code m.state} and since when, {@code m.from_date}. */
    public static String statesPage(String condition) {
        return page(
                "(select customer_id, state, state_since as from_date from segment_figure) m where from_date <= :asOf",
                "segment_membership m where from_date <= :asOf and to_date > :asOf",
                condition);
    }

    private static String page(String kept, String past, String condition) {
        return """
                select customer_id from (
                    (select customer_id from %s and %3$s order by customer_id desc limit :limit + :offset)
                    union all
                    (select customer_id from %s and %3$s order by customer_id desc limit :limit + :offset)) listed
                 order by customer_id desc limit :limit offset :offset
                """.formatted(kept, past, condition);
    }

    private KeptStands() {}
}
