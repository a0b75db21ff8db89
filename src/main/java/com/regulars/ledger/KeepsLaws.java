package com.regulars.ledger;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A module with laws of its own that its facts and the books must keep. */
public interface KeepsLaws {

    /**
     * The module's own laws, each a view that lists what breaks it: {@code (subject, subject_id, label, detail, holders,
     * expected, found)}. A view {@code card_v_wrong_expiry} is worded by the message {@code card.law.expiry}.
     */
    List<String> laws();

    /** The details of those laws that are amounts of money, so that they are shown as money. */
    default Set<String> moneyDetails() {
        return Set.of();
    }

    /** Where to look at a subject, for example a {@code bill} at {@code /settlements/{id}}; {@code {label}} is its label. */
    default Map<String, String> pages() {
        return Map.of();
    }
}
