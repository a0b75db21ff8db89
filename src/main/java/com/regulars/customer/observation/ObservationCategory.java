package com.regulars.customer.observation;

/** What an observation is about (R1.3). */
public enum ObservationCategory {
    FLAVOUR,
    DIETARY,
    DISH,
    DRINK,
    SEAT,
    REQUEST,
    DISLIKE,
    PAYING,
    OTHER
}
