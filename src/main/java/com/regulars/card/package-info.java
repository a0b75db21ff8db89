/**
 * Member cards: who holds which, where it stands, what it brings to a bill and what was done to it (R4.1 to R4.6). Owns
 * {@code card} and {@code card_*}; what is on a card is in {@code ledger}. Stands on {@code programme} (the rules cards are
 * issued under) and {@code statement} (why an entry was made); {@code topup} puts money on cards; {@code page} and
 * {@code web} show it. Bills are priced and their books composed above, in {@code settlement}.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "audit",
            "venue",
            "staff",
            "staff :: signin",
            "work",
            "request",
            "customer",
            "customer :: page",
            "ledger",
            "ledger :: check",
            "shift",
            "card.statement"
        })
@NullMarked
package com.regulars.card;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
