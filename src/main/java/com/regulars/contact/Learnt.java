package com.regulars.contact;

import com.regulars.customer.observation.ObservationCategory;

/** What was learnt about the guest during a contact; it joins the guest's card (R2.1, R1.3). */
public record Learnt(ObservationCategory category, String text) {}
