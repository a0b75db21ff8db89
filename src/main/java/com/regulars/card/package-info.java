/**
 * Member cards: programmes with stored value, discount, points and member price, alone or combined, and the cards issued under them (R4.1 to R4.5).
 * Owns {@code card_*} tables; every movement of value goes through {@code ledger}.
 * Bills are priced and settled above, in {@code settlement}, which composes their postings out of what {@code CardDesk} contributes.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "audit",
            "venue",
            "staff",
            "work",
            "request",
            "customer",
            "customer :: page",
            "ledger",
            "shift"
        })
@NullMarked
package com.regulars.card;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
