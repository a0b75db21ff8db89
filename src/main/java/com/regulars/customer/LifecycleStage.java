package com.regulars.customer;

/** How far a guest has come: from somebody who might visit to somebody who brings others (R1.7). */
public enum LifecycleStage {
    POTENTIAL,
    AWARE,
    ACTING,
    REGULAR,
    ADVOCATE
}
