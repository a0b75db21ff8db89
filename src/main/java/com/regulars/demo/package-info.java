/**
 * The sample brand of the {@code demo} profile: venues, staff, menu, programmes and a year of guests, made through the real services.
 * Nothing depends on it and nothing of it runs outside the profile.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "audit",
            "venue",
            "staff",
            "staff::*",
            "work",
            "request",
            "customer",
            "customer :: observation",
            "ledger",
            "shift",
            "card",
            "card :: programme",
            "card :: topup",
            "visit",
            "menu",
            "settlement",
            "settlement :: quote",
            "settlement :: settle",
            "segment :: run",
            "contact",
            "feedback"
        })
@NullMarked
package com.regulars.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
