package com.regulars.visit;

/** How a visit came to be known. */
public enum VisitSource {
    /** A bill settled here. */
    SETTLEMENT,
    /** Paid elsewhere and told by another system. */
    API,
    /** Read from a CSV file. */
    IMPORT
}
