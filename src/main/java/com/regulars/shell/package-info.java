/**
 * The frame around every page: layout, security filter chains, error pages and problem answers, home, global search, API description.
 * Owns no business data; it only collects what modules contribute: {@code frame}, {@code home} and {@code search} by pages, {@code errors} and
 * {@code security} around them.
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
            "ledger",
            "shift",
            "card",
            "visit",
            "menu",
            "settlement",
            "segment",
            "contact",
            "feedback"
        })
@NullMarked
package com.regulars.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
