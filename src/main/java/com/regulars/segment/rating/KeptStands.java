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

    private KeptStands() {}
}
