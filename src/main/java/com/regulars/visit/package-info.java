/**
 * One settled bill booked to a customer, net of refunds, paid here or elsewhere (R1.12, R5.1).
 * Owns {@code visit_*} tables and the marks that tell the nightly run whose figures changed; imports visits from CSV.
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
            "customer :: transfer"
        })
@NullMarked
package com.regulars.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
