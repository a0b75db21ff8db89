/**
 * The log of calls, messages, letters and visits with a guest, both directions (R2.1).
 * Owns {@code contact_*} tables and contributes its panel to the customer page.
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
            "customer :: observation",
            "segment",
            "visit"
        })
@NullMarked
package com.regulars.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
