/**
 * The manager's overview: read-only figures across the modules (R7.2).
 * Owns no table and changes nothing.
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
            "ledger",
            "shift",
            "card",
            "visit",
            "menu",
            "settlement",
            "segment",
            "segment :: report",
            "contact",
            "feedback"
        })
@NullMarked
package com.regulars.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
